//! Timing two ways of doing the same work, in turns, on the same kind of keys.

use std::hint::black_box;
use std::time::Instant;

const KEYS: usize = 4096;
const ROUNDS: u64 = 301;

/// A sequence of random numbers (`SplitMix64`).
pub struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Draws a number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("it is below a usize")
    }

    /// Draws one of some values.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// Measures nanoseconds per key, ours and the peer's: medians of many rounds with fresh keys.
pub fn compare<K: Copy>(
    draw: impl Fn(&mut Random) -> K,
    ours: impl Fn(K) -> usize,
    peer: impl Fn(K) -> usize,
) -> (f64, f64) {
    measure(draw, |keys| throughput(keys, &ours), |keys| throughput(keys, &peer))
}

/// Measures the same where each lookup must wait for the result of the previous one.
pub fn compare_latency<K: Copy>(
    draw: impl Fn(&mut Random) -> K,
    ours: impl Fn(K) -> usize,
    peer: impl Fn(K) -> usize,
) -> (f64, f64) {
    measure(draw, |keys| latency(keys, &ours), |keys| latency(keys, &peer))
}

fn measure<K: Copy>(
    draw: impl Fn(&mut Random) -> K,
    ours: impl Fn(&[K]) -> f64,
    peer: impl Fn(&[K]) -> f64,
) -> (f64, f64) {
    let mut times = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // Other keys for each of the two, or the second would find the branch predictor trained.
        let keys = |half: u64| {
            let mut random = Random(round * 2 + half);
            (0..KEYS).map(|_| draw(&mut random)).collect::<Vec<K>>()
        };
        let (first, second) = (keys(0), keys(1));
        // In turns, so that a busy machine is busy for both.
        if round % 2 == 0 {
            times.0.push(ours(&first));
            times.1.push(peer(&second));
        } else {
            times.1.push(peer(&first));
            times.0.push(ours(&second));
        }
    }
    (median(times.0), median(times.1))
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    times[times.len() / 2]
}

fn throughput<K: Copy>(keys: &[K], work: impl Fn(K) -> usize) -> f64 {
    let start = Instant::now();
    let mut sum = 0_usize;
    for key in keys {
        sum = sum.wrapping_add(work(*key));
    }
    black_box(sum);
    start.elapsed().as_nanos() as f64 / keys.len() as f64
}

fn latency<K: Copy>(keys: &[K], work: impl Fn(K) -> usize) -> f64 {
    // Zero, which the compiler does not know: the next key depends on the result, and is the same.
    let zero = black_box(0);
    let mut result = 0;
    let start = Instant::now();
    for index in 0..keys.len() {
        result = work(keys[index + (result & zero)]);
    }
    black_box(result);
    start.elapsed().as_nanos() as f64 / keys.len() as f64
}

/// Returns the seconds that some work takes.
pub fn seconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

/// Returns the least seconds of each piece of work, in turns so that a busy machine is busy for
/// all. A busy machine only adds time, so the least is the most exact.
pub fn fastest<const WORKS: usize>(turns: usize, works: [&dyn Fn(); WORKS]) -> [f64; WORKS] {
    let mut least = [f64::INFINITY; WORKS];
    for _ in 0..turns {
        for (least, work) in least.iter_mut().zip(works) {
            *least = least.min(seconds(work));
        }
    }
    least
}
