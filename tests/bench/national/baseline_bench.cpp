// The questions answered by hand, measured: driver.hpp says how it is called and what it prints.

#include "baseline.hpp"

int main(int argc, char** argv) {
  tiendo::bench::measure<tiendo::bench::Baseline>(tiendo::bench::call_of(argc, argv));
}
