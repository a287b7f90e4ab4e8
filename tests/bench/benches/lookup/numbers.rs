//! Codes that are numbers, against what people write by hand and what `http` does.

use domain_errors::wapi;
use errcat_bench::{Random, compare, compare_latency, ratio};
use http::StatusCode;

/// Lists keys, and finds the number of a key in the list as people do by hand: with a `match`.
macro_rules! by_match {
    ($($key:literal)+) => {
        const KEYS: &[u16] = &[$($key),+];

        #[inline(never)]
        fn by_match(key: u16) -> usize {
            match key {
                $($key => const { position($key) },)+
                _ => usize::MAX,
            }
        }
    };
}

const fn position(key: u16) -> usize {
    let mut index = 0;
    while KEYS[index] != key {
        index += 1;
    }
    index
}

by_match! {
    1000 1001 1002 1003 1200 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011
    2050 2051 2052 2100 2101 2102 2150 2151 2201 2202 2203 2204 2205 2206 2207 2208 2209
    2210 2211 2212 2213 2214 2215 2216 2217 2218 2219 2220 2221 2222 2223 2224 2225 2226
    2227 2228 2229 2230 2231 2232 2233 2234 2235 2236 2237 2238 2239 2240 2241 2242 2243
    2244 2245 2246 2247 2248 2249 2250 2251 2252 2253 2269 2272 2273 2274 2275 2276 2277
    2278 2279 2280 2281 2282 2283 2284 2285 2286 2290 2291 2292 2293 2294 2295 2296 2301
    2302 2303 2304 2305 2306 2308 2309 2310 2311 2312 2313 2314 2315 2316 2317 2318 2319
    2320 2321 2322 2400 2401 2402 2403 2404 2405 2406 2407 2408 2409 2410 2411 2412 2413
    2414 2415 2416 2419 2420 3001 3002 3003 3004 3005 3201 3202 3203 3204 3205 3206 3207
    3208 3209 3210 3211 3212 3213 3214 3215 3216 3217 3218 3219 3220 3221 3222 3223 3224
    3225 3226 3227 3228 3229 3230 3231 3232 3233 3234 3235 3236 3237 3238 3239 3240 3241
    3242 3243 3244 3245 3246 3247 3248 3249 3250 3251 3252 3254 3255 3256 3257 3301 3302
    3303 3304 3305 3306 3307 3308 3309 3310 3311 3312 4000 4001 4002 4003 4201 4202 4203
    4204 4205 4206 4207 4208 4209 4210 4211 4212 4213 4214 4215 4216 4217 4218 4219 4220
    4221 4222 5000 5001 5002 5003
}

pub(crate) fn run() {
    let numbers = wapi::Code::ALL.iter().map(|code| code.number());
    assert!(numbers.eq(KEYS.iter().map(|key| u32::from(*key))), "the list above is out of date");
    let hit = |random: &mut Random| random.pick(KEYS);
    let any = |random: &mut Random| 1000 + short(random.below(4300));
    let status = |random: &mut Random| 100 + short(random.below(900));
    ratio("WAPI numbers: hits / match", compare(hit, ours, by_match), " ns", 0.15);
    ratio("WAPI numbers: any / match", compare(any, ours, by_match), " ns", 0.15);
    // The keys differ, because a number that is a code here is no status; the work is compared.
    let (hits, _) = compare_latency(hit, ours, ours);
    let (_, statuses) = compare_latency(status, from_http, from_http);
    ratio("WAPI numbers: hits, latency / StatusCode::from_u16", (hits, statuses), " ns", 1.25);
}

fn short(number: usize) -> u16 {
    u16::try_from(number).expect("it is below the bound")
}

fn ours(number: u16) -> usize {
    wapi::Code::find_number(number.into()).map_or(usize::MAX, |code| code as usize)
}

fn from_http(number: u16) -> usize {
    StatusCode::from_u16(number).map_or(usize::MAX, |status| status.as_u16().into())
}
