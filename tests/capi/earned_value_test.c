/* Earned value of a project with capital and weights of milestones, in traces of work. */

#include "check.h"

static void its_trace_has_every_formula(void) {
  static const char valued[] =
      "{\"format\": \"tiendo-plan/1\",\n"
      "\"measures\": [{\"id\": \"dong\", \"kind\": \"money\", \"name\": \"dong\"}],\n"
      "\"units\": [{\"id\": \"town\", \"name\": \"Town\"}],\n"
      "\"indicators\": [{\"id\": \"paid\", \"name\": \"Paid\", \"measure\": \"dong\", "
      "\"kind\": \"flow\"}],\n"
      "\"plan\": {\"id\": \"w\", \"unit\": \"town\", \"period\": \"2024\",\n"
      "\"projects\": [{\"id\": \"road\", \"name\": \"Road\", \"capital\": [{\"pot\": \"year\", "
      "\"indicator\": \"paid\", \"amount\": \"100\"}],\n"
      "\"milestones\": [{\"id\": \"m1\", \"name\": \"Design\", \"due\": \"2024-01-31\", "
      "\"weight\": 1}]}]}}\n";
  static char text[60000];
  int64_t length = 0;
  const tiendo_request request = request_of("2024-06-30");
  tiendo_plan* plan = NULL;
  tiendo_observations* observations = NULL;
  tiendo_tasks* reports = NULL;
  tiendo_work* work = NULL;
  CHECK_OK(tiendo_plan_read(context, valued, TIENDO_NTS, "valued.json", &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &observations));
  CHECK_OK(tiendo_observations_read(context, observations,
                                    "indicator,project,period,value\npaid,road,2024-H1,80\n",
                                    TIENDO_NTS, "paid.csv", TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_tasks_create(context, plan, &reports));
  CHECK_OK(tiendo_tasks_read(context, reports,
                             "project,milestone,state,share,recorded_on\n"
                             "road,m1,in_progress,0.6,2024-06-05\n",
                             TIENDO_NTS, "tasks.csv", TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_work_create(context, observations, reports, &request, &work));
  CHECK_OK(tiendo_work_explain(context, work, observations, reports, 0, TIENDO_LANGUAGE_EN,
                               TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN, text, sizeof text, &length));
  CHECK(strstr(text, "CPI (cost index; evm@1) = EV / AC = 60 / 80 = 0.75") != NULL);
  CHECK_OK(tiendo_work_trace(context, work, observations, reports, -1, TIENDO_DIGITS_OWN,
                             TIENDO_ROUND_OWN, text, sizeof text, &length));
  CHECK(strstr(text, "\"formula\": \"EV / AC\"") != NULL);
  tiendo_work_destroy(work);
  tiendo_tasks_destroy(reports);
  tiendo_observations_destroy(observations);
  tiendo_plan_destroy(plan);
}

int main(void) {
  begin();
  its_trace_has_every_formula();
  use_all();
  return failures();
}
