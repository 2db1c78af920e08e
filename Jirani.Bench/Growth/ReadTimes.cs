namespace Jirani.Bench.Growth;

/// <summary>Medians in milliseconds: one thread opened, the first page of the inbox, the moments of 32 customers.</summary>
internal sealed record ReadTimes(double Thread, double List, double Count);
