"""The rules of Mafia as a calculator: values in, values out; no clock, no dice, no network of its own."""
