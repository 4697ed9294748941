// The questions answered by the library, measured: driver.hpp says how it is called and what it
// prints. The book is converted first, where it is not there yet.

#include "book.hpp"
#include "convert.hpp"

int main(int argc, char** argv) {
  const tiendo::bench::Call call = tiendo::bench::call_of(argc, argv);
  tiendo::bench::convert_once(call.folder, call.months);
  tiendo::bench::measure<tiendo::bench::Book>(call);
}
