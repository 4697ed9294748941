/// @file
/// What stands behind the handles: shared parts, so that handles end in any order.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "support.hpp"
#include "tiendo/calendar/date.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/partial.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/engine/work.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/facts/task_log.hpp"
#include "tiendo/io/partial_text.hpp"
#include "tiendo/io/plan_tables.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo::capi {

/// The fingerprint of a plan, found when it is first asked for.
class LateMark {
 public:
  const MarkedPlan& of(const Plan& plan) {
    std::call_once(once_, [&] { marked_.emplace(plan); });
    return *marked_;
  }

 private:
  std::once_flag once_;
  std::optional<MarkedPlan> marked_;
};

/// A plan and the texts it was read from, in which findings are looked up.
struct PlanSource {
  Plan plan;
  std::string text;
  std::string file;
  PlanTables tables;
  std::shared_ptr<LateMark> mark = std::make_shared<LateMark>();
};

/// Who is at a log: any number of readers or one that appends, until it is frozen.
class Gate {
 public:
  bool enter_to_read() const noexcept;
  void leave_reading() const noexcept { visitors_.fetch_sub(1, std::memory_order_release); }
  bool enter_to_append() const noexcept;
  void leave_appending() const noexcept { visitors_.store(0, std::memory_order_release); }

  /// From now on nobody may append. Only by one who is inside to read.
  void freeze() noexcept { frozen_.store(true, std::memory_order_release); }
  bool frozen() const noexcept { return frozen_.load(std::memory_order_acquire); }
  /// Takes that back. Only by one who is inside to append.
  void thaw() noexcept { frozen_.store(false, std::memory_order_release); }

 private:
  static constexpr int kAppending = -1;
  mutable std::atomic<int> visitors_ = 0;
  std::atomic<bool> frozen_ = false;
};

/// A visit to a log in order to read it.
class Reading {
 public:
  explicit Reading(const Gate& gate) noexcept : gate_(gate), inside_(gate.enter_to_read()) {}
  ~Reading() {
    if (inside_) gate_.leave_reading();
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  /// TIENDO_E_BUSY while somebody appends.
  Outcome allowed() const;

 private:
  const Gate& gate_;
  bool inside_;
};

/// A visit to a log in order to append to it.
class Appending {
 public:
  explicit Appending(const Gate& gate) noexcept : gate_(gate), inside_(gate.enter_to_append()) {}
  ~Appending() {
    if (inside_) gate_.leave_appending();
  }
  Appending(const Appending&) = delete;
  Appending& operator=(const Appending&) = delete;

  /// TIENDO_E_FROZEN, or TIENDO_E_BUSY while somebody else is inside.
  Outcome allowed() const;
  /// TIENDO_E_BUSY while somebody else is inside, also of a frozen log.
  Outcome alone() const;

 private:
  const Gate& gate_;
  bool inside_;
};

/// A report among those of its log, which are counted.
class Counted {
 public:
  using Count = std::shared_ptr<std::atomic<int>>;

  explicit Counted(Count count) noexcept : count_(std::move(count)) {
    count_->fetch_add(1, std::memory_order_relaxed);
  }
  ~Counted() { count_->fetch_sub(1, std::memory_order_release); }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  Count count_;
};

/// The report that was given back to a log, kept until one is asked for again.
class GivenBack {
 public:
  void put(Report report);
  /// What is there, if it answers this request.
  std::optional<Report> take(const Request& request);

 private:
  std::mutex mutex_;
  std::optional<Report> report_;
};

/// The position of the part of a plan with an id; NULL leaves it as it is, failure makes it kNone.
/// @return the error for what the plan does not have, which quotes the id, or TIENDO_E_ENCODING
/// where it is no text
Outcome find_measure(const Plan& plan, const char* id, Index& measure);
Outcome find_unit(const Plan& plan, const char* id, Index& unit);
Outcome find_indicator(const Plan& plan, const char* id, Index& indicator);
Outcome find_project(const Plan& plan, const char* id, Index& project);

/// The format of that number, which may be the one that the context was told.
/// @return TIENDO_E_INVALID_ARG
Outcome read_numbers(const tiendo_context& context, tiendo_numbers numbers, NumberFormat& format);
/// The format of a structure; the context plays no part.
/// @return TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED
Outcome read_numbers(const tiendo_context& context, const tiendo_number_format* given,
                     NumberFormat& format);
/// The day of that number. @return TIENDO_E_RANGE
Outcome read_day(std::int32_t days, Date& day);
/// The language of that number. @return TIENDO_E_INVALID_ARG
Outcome read_language(tiendo_language number, Language& language);

/// What is asked. @return TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE
Outcome read_request(const tiendo_request* given, Request& request);
/// The same as the header has it; its rules are NULL.
tiendo_request request_of(const Request& request);
/// The rules of that name or text; NULL leaves them as they are. @return TIENDO_E_PARSE and others
Outcome read_rules(const char* text, Rules& rules);
/// @return TIENDO_E_INVALID_ARG
Outcome read_base(tiendo_base number, BaseRule& rule);

/// Keeps the findings of a reading in the context; the first error is its outcome.
Outcome keep(tiendo_context& context, Diagnostics findings);
/// The row that the path of a finding names, "/7" or "/7/parent"; -1 for any other.
std::int64_t row_of(const Place& place);
/// As keep(), for findings in rows: of a table of which `before` rows came before. The outcome has
/// the row.
Outcome keep_rows(tiendo_context& context, Diagnostics findings, std::size_t before = 0);
/// A plan from its text; `load` gives the tables beside it, none are read without it. @return as
/// keep()
Outcome read_plan_of(tiendo_context& context, std::string text, std::string file,
                     const TableLoader& load, tiendo_plan** plan);
/// The bytes of a file. @return null_argument, or TIENDO_E_FILE, which is kept as a finding
Outcome read_whole(tiendo_context& context, const char* path, std::string& text);
/// The name of a file as findings have it.
inline std::string_view name_or_none(const char* name) noexcept {
  return name == nullptr ? std::string_view() : std::string_view(name);
}

}  // namespace tiendo::capi

struct tiendo_plan {
  std::shared_ptr<const tiendo::capi::PlanSource> source;
};

struct tiendo_plan_builder {
  tiendo::PlanBuilder builder;
  /// Whether a call is under way: a builder is used by one thread at a time.
  mutable std::atomic_flag busy;
};

struct tiendo_observations {
  std::shared_ptr<const tiendo::capi::PlanSource> source;
  std::shared_ptr<tiendo::ObservationLog> log;
  tiendo::capi::Gate gate;
  /// How many reports of the log there are.
  tiendo::capi::Counted::Count reports = std::make_shared<std::atomic<int>>(0);
  tiendo::capi::GivenBack given_back = {};
};

struct tiendo_tasks {
  std::shared_ptr<const tiendo::capi::PlanSource> source;
  tiendo::TaskLog log;
  tiendo::capi::Gate gate;
};

struct tiendo_work {
  tiendo::WorkReport report;
  /// What it was made from: the plan, and how many rows the logs had.
  std::shared_ptr<const tiendo::capi::PlanSource> source;
  std::size_t observations = 0;
  std::size_t tasks = 0;
};

struct tiendo_partial {
  std::shared_ptr<const tiendo::capi::PlanSource> source;
  tiendo::Partial partial;
  /// Whether a call is under way.
  mutable std::atomic_flag busy;
};

struct tiendo_report {
  /// What its rows are explained from; null where that is elsewhere.
  std::shared_ptr<const tiendo::ObservationLog> log;
  tiendo::Report report;
  tiendo::capi::Counted counted;
};

namespace tiendo::capi {

/// Makes a log of its own with the rows of one, to which nobody appends meanwhile, and its plan.
/// The caller of the library ends it; on failure there is none.
Outcome copy_of(std::shared_ptr<const PlanSource> source, const ObservationLog& log,
                tiendo_observations** copy);

/// Runs the body of a function that uses a builder, if nobody else does.
template <class Builder, class Body>
tiendo_status with_builder(tiendo_context* context, Builder* builder, const Body& body) noexcept {
  return run(context, [&]() -> Outcome {
    if (builder == nullptr) return null_argument("builder");
    const Hold hold(builder->busy);
    return hold.taken() ? body() : Outcome(TIENDO_E_BUSY, "another call is using the builder");
  });
}

}  // namespace tiendo::capi
