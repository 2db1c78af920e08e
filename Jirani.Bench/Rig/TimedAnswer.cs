namespace Jirani.Bench.Rig;

/// <param name="Status">0 where no answer came.</param>
/// <param name="Milliseconds">From the planned time to the answer.</param>
internal readonly record struct TimedAnswer(int Status, double Milliseconds);
