/*
 * Prints how far along a plan is on a day, from Java, as `tiendo report` does.
 *
 *   java -cp /usr/share/java/jna.jar Report.java PLAN OBSERVATIONS DATE
 *
 * Needs JNA (Debian: libjna-java) and libtiendo_c.so.0 where the system's loader finds it.
 */

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;

public final class Report {
  /** The functions of tiendo.h that are called here, with texts in UTF-8. */
  interface Tiendo extends Library {
    int OK = 0;
    int E_SMALL_BUFFER = 3;
    long NTS = -1;
    int MESSAGE_WHOLE = 5;
    int NUMBERS_PLAIN = 0;

    int tiendo_context_create(Pointer options, PointerByReference context);
    void tiendo_context_destroy(Pointer context);
    int tiendo_context_last_error_text(
        Pointer context, int message, byte[] buffer, long capacity, LongByReference length);
    int tiendo_plan_read_file(Pointer context, String path, PointerByReference plan);
    void tiendo_plan_destroy(Pointer plan);
    int tiendo_observations_create(Pointer context, Pointer plan, PointerByReference log);
    int tiendo_observations_read_file(Pointer context, Pointer log, String path, int numbers);
    void tiendo_observations_destroy(Pointer log);
    int tiendo_date_parse(Pointer context, String text, long length, IntByReference day);
    int tiendo_report_create(Pointer context, Pointer log, Request request, PointerByReference report);
    int tiendo_report_write(
        Pointer context, Pointer report, Pointer options, byte[] buffer, long capacity,
        LongByReference length);
    void tiendo_report_destroy(Pointer report);
  }

  /** tiendo_request; what is not set is zero, which asks for nothing special. */
  @Structure.FieldOrder({
    "struct_size", "as_of", "has_known_on", "known_on", "base", "has_map", "map", "rules",
    "has_levels", "levels"
  })
  public static final class Request extends Structure {
    public int struct_size = size();
    public int as_of;
    public int has_known_on;
    public int known_on;
    public int base;
    public int has_map;
    public int map;
    public Pointer rules;
    public int has_levels;
    public int levels;
  }

  private static final Tiendo TIENDO = Native.load(
      "libtiendo_c.so.0", Tiendo.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));

  /** A function that fills a buffer of so many bytes and says how many it needs. */
  private interface Text {
    int into(byte[] buffer, long capacity, LongByReference length);
  }

  /** The text that a call writes: asked for its length first, then written; null if it fails. */
  private static byte[] written(Text text) {
    LongByReference length = new LongByReference();
    if (text.into(null, 0, length) != Tiendo.E_SMALL_BUFFER) return null;
    byte[] buffer = new byte[(int) length.getValue() + 1];
    if (text.into(buffer, buffer.length, length) != Tiendo.OK) return null;
    return java.util.Arrays.copyOf(buffer, buffer.length - 1);
  }

  /** The report as text, or null where the context knows what is wrong. */
  private static byte[] report(Pointer context, String plan, String observations, String day) {
    PointerByReference thePlan = new PointerByReference();
    PointerByReference log = new PointerByReference();
    PointerByReference report = new PointerByReference();
    IntByReference asOf = new IntByReference();
    try {
      if (TIENDO.tiendo_plan_read_file(context, plan, thePlan) != Tiendo.OK
          || TIENDO.tiendo_observations_create(context, thePlan.getValue(), log) != Tiendo.OK
          || TIENDO.tiendo_observations_read_file(
                  context, log.getValue(), observations, Tiendo.NUMBERS_PLAIN) != Tiendo.OK
          || TIENDO.tiendo_date_parse(context, day, Tiendo.NTS, asOf) != Tiendo.OK) {
        return null;
      }
      Request request = new Request();
      request.as_of = asOf.getValue();
      if (TIENDO.tiendo_report_create(context, log.getValue(), request, report) != Tiendo.OK) {
        return null;
      }
      return written((buffer, capacity, length) -> TIENDO.tiendo_report_write(
          context, report.getValue(), null, buffer, capacity, length));
    } finally {
      TIENDO.tiendo_report_destroy(report.getValue());
      TIENDO.tiendo_observations_destroy(log.getValue());
      TIENDO.tiendo_plan_destroy(thePlan.getValue());
    }
  }

  public static void main(String[] arguments) {
    if (arguments.length != 3) {
      System.err.println("usage: Report PLAN OBSERVATIONS DATE");
      System.exit(2);
    }
    PointerByReference context = new PointerByReference();
    if (TIENDO.tiendo_context_create(null, context) != Tiendo.OK) System.exit(3);
    byte[] text = report(context.getValue(), arguments[0], arguments[1], arguments[2]);
    if (text == null) {
      byte[] wrong = written((buffer, capacity, length) -> TIENDO.tiendo_context_last_error_text(
          context.getValue(), Tiendo.MESSAGE_WHOLE, buffer, capacity, length));
      System.err.println(new String(wrong, StandardCharsets.UTF_8));
    } else {
      System.out.write(text, 0, text.length);
      System.out.flush();
    }
    TIENDO.tiendo_context_destroy(context.getValue());
    System.exit(text == null ? 1 : 0);
  }
}
