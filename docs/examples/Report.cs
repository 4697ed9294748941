// Prints how far along a plan is on a day, from C#, as `tiendo report` does.
//
//   mcs Report.cs && mono Report.exe PLAN OBSERVATIONS DATE
//
// Needs libtiendo_c.so.0 where the system's loader finds it.

using System;
using System.Runtime.InteropServices;
using System.Text;

// The functions of tiendo.h that are called here. Texts are bytes in UTF-8 that end with a zero.
static class Tiendo {
  public const int Ok = 0, SmallBuffer = 3, MessageWhole = 5, NumbersPlain = 0;
  public const long Nts = -1;
  const string Library = "libtiendo_c.so.0";

  // What is not set is zero, which asks for nothing special.
  [StructLayout(LayoutKind.Sequential)]
  public struct Request {
    public int StructSize, AsOf, HasKnownOn, KnownOn, Base, HasMap, Map;
    public IntPtr Rules;
    public int HasLevels, Levels;
  }

  [DllImport(Library)] public static extern int tiendo_context_create(IntPtr options, out IntPtr context);
  [DllImport(Library)] public static extern void tiendo_context_destroy(IntPtr context);
  [DllImport(Library)] public static extern int tiendo_context_last_error_text(
      IntPtr context, int message, byte[] buffer, long capacity, out long length);
  [DllImport(Library)] public static extern int tiendo_plan_read_file(
      IntPtr context, byte[] path, out IntPtr plan);
  [DllImport(Library)] public static extern void tiendo_plan_destroy(IntPtr plan);
  [DllImport(Library)] public static extern int tiendo_observations_create(
      IntPtr context, IntPtr plan, out IntPtr log);
  [DllImport(Library)] public static extern int tiendo_observations_read_file(
      IntPtr context, IntPtr log, byte[] path, int numbers);
  [DllImport(Library)] public static extern void tiendo_observations_destroy(IntPtr log);
  [DllImport(Library)] public static extern int tiendo_date_parse(
      IntPtr context, byte[] text, long length, out int day);
  [DllImport(Library)] public static extern int tiendo_report_create(
      IntPtr context, IntPtr log, ref Request request, out IntPtr report);
  [DllImport(Library)] public static extern int tiendo_report_write(
      IntPtr context, IntPtr report, IntPtr options, byte[] buffer, long capacity, out long length);
  [DllImport(Library)] public static extern void tiendo_report_destroy(IntPtr report);
}

static class Program {
  // A function that fills a buffer of so many bytes and says how many it needs.
  delegate int Text(byte[] buffer, long capacity, out long length);

  // The text that a call writes: asked for its length first, then written; null if it fails.
  static byte[] Written(Text text) {
    long length;
    if (text(null, 0, out length) != Tiendo.SmallBuffer) return null;
    byte[] buffer = new byte[length + 1];
    if (text(buffer, buffer.Length, out length) != Tiendo.Ok) return null;
    Array.Resize(ref buffer, (int)length);
    return buffer;
  }

  static byte[] Utf8(string text) {
    return Encoding.UTF8.GetBytes(text + "\0");
  }

  // The report as text, or null where the context knows what is wrong.
  static byte[] Report(IntPtr context, string planPath, string observations, string day) {
    IntPtr plan = IntPtr.Zero, log = IntPtr.Zero, report = IntPtr.Zero;
    Tiendo.Request request = new Tiendo.Request();
    request.StructSize = Marshal.SizeOf(typeof(Tiendo.Request));
    try {
      if (Tiendo.tiendo_plan_read_file(context, Utf8(planPath), out plan) != Tiendo.Ok ||
          Tiendo.tiendo_observations_create(context, plan, out log) != Tiendo.Ok ||
          Tiendo.tiendo_observations_read_file(context, log, Utf8(observations), Tiendo.NumbersPlain)
              != Tiendo.Ok ||
          Tiendo.tiendo_date_parse(context, Utf8(day), Tiendo.Nts, out request.AsOf) != Tiendo.Ok ||
          Tiendo.tiendo_report_create(context, log, ref request, out report) != Tiendo.Ok) {
        return null;
      }
      return Written((byte[] buffer, long capacity, out long length) =>
          Tiendo.tiendo_report_write(context, report, IntPtr.Zero, buffer, capacity, out length));
    } finally {
      Tiendo.tiendo_report_destroy(report);
      Tiendo.tiendo_observations_destroy(log);
      Tiendo.tiendo_plan_destroy(plan);
    }
  }

  static int Main(string[] arguments) {
    if (arguments.Length != 3) {
      Console.Error.WriteLine("usage: Report PLAN OBSERVATIONS DATE");
      return 2;
    }
    IntPtr context;
    if (Tiendo.tiendo_context_create(IntPtr.Zero, out context) != Tiendo.Ok) return 3;
    byte[] text = Report(context, arguments[0], arguments[1], arguments[2]);
    if (text == null) {
      byte[] wrong = Written((byte[] buffer, long capacity, out long length) =>
          Tiendo.tiendo_context_last_error_text(context, Tiendo.MessageWhole, buffer, capacity, out length));
      Console.Error.WriteLine(Encoding.UTF8.GetString(wrong));
    } else {
      Console.OpenStandardOutput().Write(text, 0, text.Length);
    }
    Tiendo.tiendo_context_destroy(context);
    return text == null ? 1 : 0;
  }
}
