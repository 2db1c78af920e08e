using System.Runtime.InteropServices;

namespace Jirani.Web.Simulator.Graph;

/// <summary>The faults that wait for each number; a valid message takes the first one.</summary>
public sealed class FaultScript
{
    private const int MostWaiting = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<ScriptedFault>> _waiting = [];

    public void Add(FaultRequest request)
    {
        lock (_lock)
        {
            ref var waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(_waiting, request.PhoneNumberId, out _);
            waiting ??= [];
            var faults = request.Next.SelectMany(fault => Enumerable.Repeat(fault, Math.Clamp(fault.Times, 0, MostWaiting)));
            foreach (var fault in faults.Take(MostWaiting - waiting.Count))
            {
                waiting.Enqueue(fault);
            }
        }
    }

    public ScriptedFault? Next(string phoneNumberId)
    {
        lock (_lock)
        {
            return _waiting.TryGetValue(phoneNumberId, out var waiting) && waiting.TryDequeue(out var fault) ? fault : null;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }
    }
}
