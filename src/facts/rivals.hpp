// How a new row stands to the rows of its cell that are there.
#pragma once

#include <optional>

#include "facts/log_store.hpp"

namespace tiendo {

// Between the rows of a cell there always holds:
//
// 1. A row of rivalry none shares a day with no other.
// 2. The rows that share days with one that is ahead or behind are for its very period, in its
//    form; no two of them rank equal, and the one that ranks highest is ahead.
// 3. Every row that shares days with one that is tangled is tangled.
//
// So the rows that share days with a new one are known as soon as one is found that holds its whole
// period and is alone, ahead of it or tangled. Cells of projects are not marked.
class Meeting {
 public:
  // The cell is kNone where it is new. Marks what others become in store.remarks_.
  Meeting(LogStore& store, Index cell, const Entry& entry, const Texts* texts);

  // Whether no row of the same standing says something else.
  bool agrees();
  // What the new row is.
  const Context& context() const noexcept { return context_; }
  // Nothing has failed: the row comes in.
  void keep(Index row) noexcept;

 private:
  using Standings = std::map<StandingKey, Index>;

  bool walk();
  bool contradicts(Index row, const Context& other);
  void meet(Index row, const Context& other);
  void conclude();
  bool look_up();
  void make_standings();
  void mark(Index row, Rivalry rivalry);
  StandingKey key_of(const Context& context, const Texts& texts) const;
  bool says_the_same(Index row) const;

  LogStore& store_;
  Index cell_;
  const Entry& entry_;
  const Texts* texts_;
  Context context_;
  bool may_contradict_ = false;
  bool settled_ = false;  // what the row and its rivals are
  bool alike_ = true;     // all rivals, and none of them ranks equal
  Index ahead_ = kNone;
  std::vector<Index> rivals_;
  std::map<Index, Standings> made_;  // of this cell, where that has become necessary
  Standings::node_type standing_;    // of the new row, in a cell that has standings
};

}  // namespace tiendo
