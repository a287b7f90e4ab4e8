// The delay that a response asks for, from `Retry-After`: seconds, or a date of HTTP.

/** The seconds of a delay that is too long, or cannot be read. */
const MAX_DELAY = 0xffffffff;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The longer delay of the slot, a text or null, and of the headers; null if there is none. */
function longestDelay(headers, slot) {
    const [date] = headersOf(headers, 'date');
    const now = date === undefined ? null : secondsOfDate(date);
    const texts = [...(slot === null ? [] : [slot]), ...headersOf(headers, 'retry-after')];
    return texts.length === 0 ? null : Math.max(...texts.map((text) => delayOf(text, now)));
}

/** The seconds to wait, of a number rounded up or until a date. */
function delayOf(text, now) {
    const [value] = /[^ \t](?:.*[^ \t])?/s.exec(text) ?? [''];
    const [, whole, fraction] = /^([0-9]+)(?:\.([0-9]+))?$/.exec(value) ?? [];
    if (whole !== undefined) {
        return Math.min(Number(whole) + (/[1-9]/.test(fraction ?? '') ? 1 : 0), MAX_DELAY);
    }
    const date = secondsOfDate(value);
    return date === null || now === null ? MAX_DELAY : Math.min(Math.max(date - now, 0), MAX_DELAY);
}

/** The seconds since 1970 of a date in one of the three forms of RFC 9110; null if it is none. */
function secondsOfDate(text) {
    const words = text.split(/[ ,-]+/).filter((word) => word !== '');
    const [, day, month, year, time] = words[5] === 'GMT' && words.length === 6 ? words
        : words.length === 5 ? [words[0], words[2], words[1], words[4], words[3]] : [];
    const [, hour, minute, second] = /^([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]|60)$/.exec(time) ?? [];
    if (hour === undefined || !/^[0-9]{1,4}$/.test(day) || !/^(?:[0-9]{2}){1,2}$/.test(year)) {
        return null;
    }
    const century = year.length === 4 ? 0 : Number(year) < 70 ? 2000 : 1900;
    const date = new Date(0);
    date.setUTCFullYear(century + Number(year), MONTHS.indexOf(month), Number(day));
    const isDay = date.getUTCDate() === Number(day) && MONTHS[date.getUTCMonth()] === month;
    return isDay ? date / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) : null;
}
