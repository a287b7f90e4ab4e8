//! A list that allocates nothing while it is short.

use alloc::vec::Vec;
use core::mem;
use core::ops::{Deref, DerefMut};

/// Up to `N` values in place; with more of them, all are in a vector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Few<T, const N: usize> {
    in_place: [T; N],
    /// How many there are in place.
    count: usize,
    moved: Vec<T>,
}

impl<T: Default, const N: usize> Default for Few<T, N> {
    fn default() -> Self {
        Self { in_place: core::array::from_fn(|_| T::default()), count: 0, moved: Vec::new() }
    }
}

impl<T: Default, const N: usize> Few<T, N> {
    /// Adds a value at the end.
    pub fn push(&mut self, value: T) {
        if self.moved.is_empty() {
            if let Some(place) = self.in_place.get_mut(self.count) {
                *place = value;
                self.count += 1;
                return;
            }
            self.moved.extend(self.in_place.iter_mut().map(mem::take));
        }
        self.moved.push(value);
    }

    /// Takes the last value.
    pub fn pop(&mut self) -> Option<T> {
        // What was moved stays so until the last value is gone.
        if let Some(value) = self.moved.pop() {
            self.count = 0;
            return Some(value);
        }
        self.count = self.count.checked_sub(1)?;
        self.in_place.get_mut(self.count).map(mem::take)
    }
}

impl<T, const N: usize> Deref for Few<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        if self.moved.is_empty() {
            self.in_place.get(..self.count).unwrap_or_default()
        } else {
            &self.moved
        }
    }
}

impl<T, const N: usize> DerefMut for Few<T, N> {
    fn deref_mut(&mut self) -> &mut [T] {
        if self.moved.is_empty() {
            self.in_place.get_mut(..self.count).unwrap_or_default()
        } else {
            &mut self.moved
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_list_whatever_its_length() {
        let mut few = Few::<u8, 2>::default();
        for count in 0..5_u8 {
            assert_eq!(few.to_vec(), (0..count).collect::<Vec<u8>>());
            few.push(count);
        }
        for count in (0..5_u8).rev() {
            assert_eq!(few.pop(), Some(count));
            assert_eq!(few.to_vec(), (0..count).collect::<Vec<u8>>());
        }
        assert_eq!(few.pop(), None);
        few.push(7);
        assert_eq!(few.to_vec(), [7]);
    }
}
