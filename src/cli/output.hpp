// What a command prints, and how it ends early.
#pragma once

#include <string>

#include "cli/commands.hpp"
#include "tiendo/base/diagnostics.hpp"

namespace tiendo::cli {

// A command that ends early, with this exit status; the message has been printed by then.
struct Stop {
  int status;
};

// A sentence on standard error.
void complain(const std::string& sentence);
// To standard output; stops where it cannot be written.
void print(const std::string& text);
// Errors go to standard error; the others to standard output, where the command is to print them.
void print_findings(const Diagnostics& findings, bool also_lesser);
[[noreturn]] void stop_for_trouble(const std::string& sentence);

// The exit status of a command.
template <class Command>
int guarded(Command command) {
  try {
    command();
    return kDone;
  } catch (const Stop& stop) {
    return stop.status;
  }
}

}  // namespace tiendo::cli
