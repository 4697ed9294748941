// Tested by tests/unit/io/chunk_line_test.cpp and observation_chunk_test.cpp.

#include "io/chunk_line.hpp"

#include <algorithm>
#include <thread>

namespace tiendo {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// What is appended is appended in turn: more threads would only wait for one another.
constexpr unsigned kMostThreads = 4;

unsigned threads_of(const Team& team) { return std::min(team.threads(), kMostThreads); }

}  // namespace

ChunkLine::ChunkLine(CsvCursor& csv, Readers readers, ObservationLog::Batch& batch, Team& team,
                     std::size_t bytes, std::function<ObservationChunk()> make)
    : csv_(csv),
      readers_(readers),
      batch_(batch),
      team_(team),
      bytes_(std::max<std::size_t>(bytes, 1)),
      make_(std::move(make)),
      pieces_(threads_of(team) == 1 ? 1 : std::size_t{4} * threads_of(team)),
      words_(threads_of(team)) {}

ChunkLine::End ChunkLine::run(bool alone, const std::function<bool(std::int64_t)>& goes_on) {
  is_stopped_ = false;
  end_ = alone ? 1 : kNowhere;
  claimed_ = appended_ = passed_ = claimed_bytes_ = 0;
  passed_bytes_ = csv_.passed();
  found_ = {};
  const std::thread::id caller = std::this_thread::get_id();
  team_.beside(
      alone ? 1 : words_.size(),
      [&](std::size_t part) {
        // The caller does this, too, where no other thread is to be had.
        work(words_[part], std::this_thread::get_id() == caller ? &goes_on : nullptr);
      },
      [&] { work(words_[0], &goes_on); });
  pass(appended_);
  for (const std::unique_ptr<Piece>& piece : pieces_) {
    if (piece) piece->kept.reset();
  }
  return found_;
}

bool ChunkLine::may_append() {
  return !is_appending_ && appended_ < claimed_ && piece(appended_)->is_read;
}

bool ChunkLine::may_claim(bool is_caller) const {
  const bool has_room = claimed_ < end_ && claimed_ < appended_ + pieces_.size();
  return has_room && !is_claiming_ && (is_caller || readers_ == Readers::any_thread);
}

// Until it is over. The lock is held wherever what it guards is looked at.
void ChunkLine::work(ObservationWords& words, const std::function<bool(std::int64_t)>* goes_on) {
  const bool is_caller = goes_on != nullptr;
  // What others must not do comes first.
  const bool reads_first = is_caller && readers_ == Readers::caller;
  try {
    Lock lock(mutex_);
    while (!is_over()) {
      const std::uint32_t seen = changes_.value();
      const bool may_read = may_claim(is_caller);
      if (may_append() && !(reads_first && may_read)) {
        append(lock);
      } else if (may_read) {
        read(words, lock);
      } else {
        lock.unlock();
        changes_.wait_while(seen);
        lock.lock();
      }
      if (!is_caller) continue;
      const std::int64_t passed = passed_bytes_;
      lock.unlock();
      if (!(*goes_on)(passed)) stop();
      lock.lock();
    }
  } catch (...) {
    stop();
    throw;
  }
}

void ChunkLine::stop() {
  const Lock lock(mutex_);
  is_stopped_ = true;
  changes_.add_one();
}

// The lock is open meanwhile.
void ChunkLine::append(Lock& lock) {
  is_appending_ = true;
  ObservationChunk& chunk = piece(appended_)->chunk;
  lock.unlock();
  const bool taken = chunk.rows() == 0 || chunk.ready().append_to(batch_).empty();
  lock.lock();
  is_appending_ = false;
  if (taken) {
    ++appended_;
    found_.rows += chunk.rows();
    passed_bytes_ += static_cast<std::int64_t>(chunk.bytes());
  } else {
    found_.refused = chunk.rows();
    end_ = appended_;
  }
  changes_.add_one();
}

// The lock is open meanwhile.
void ChunkLine::read(ObservationWords& words, Lock& lock) {
  is_claiming_ = true;
  const std::size_t number = claimed_;
  const std::size_t appended = appended_;
  lock.unlock();
  const std::string_view lines = claim(number, appended);
  Piece& own = *piece(number);
  lock.lock();
  is_claiming_ = false;
  own.is_read = false;
  if (lines.empty()) {
    end_ = std::min(end_, number);
    changes_.add_one();
    return;
  }
  ++claimed_;
  changes_.add_one();
  lock.unlock();
  own.chunk.read(lines, words);
  lock.lock();
  if (appended_ < number && number < end_ && !is_stopped_) {
    // It has to wait for its turn: so what may be done before is done here.
    lock.unlock();
    if (own.chunk.rows() > 0) own.chunk.ready().read_keys();
    lock.lock();
  }
  own.is_read = true;
  if (own.chunk.bytes() < lines.size()) end_ = std::min(end_, number + 1);
  changes_.add_one();
}

// The lines of the next piece, once so many have been appended; empty where there are none.
std::string_view ChunkLine::claim(std::size_t number, std::size_t appended) {
  std::unique_ptr<Piece>& own = piece(number);
  if (!own) own = std::make_unique<Piece>(make_);
  pass(appended);
  std::string_view lines = csv_.lines(claimed_bytes_);
  if (lines.size() > bytes_) {
    const std::size_t last = lines.rfind('\n', bytes_ - 1);
    lines = lines.substr(0, (last == std::string_view::npos ? lines.find('\n') : last) + 1);
  }
  own->bytes = lines.size();
  if (pieces_.size() > 1) own->kept = csv_.kept();
  claimed_bytes_ += lines.size();
  return lines;
}

// Lets the cursor pass the pieces before this one.
void ChunkLine::pass(std::size_t number) {
  for (; passed_ < number; ++passed_) {
    Piece& passed = *piece(passed_);
    csv_.skip(passed.chunk.bytes(), passed.chunk.rows());
    claimed_bytes_ -= passed.bytes;
    passed.kept.reset();
  }
}

}  // namespace tiendo
