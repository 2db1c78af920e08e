namespace Jirani.Bench.Chaos;

/// <summary>Something that goes wrong while the driver sends.</summary>
internal interface IFault
{
    string Name { get; }

    /// <summary>Null where it can be played here.</summary>
    string? WhyNot { get; }

    /// <returns>What was wrong while it lasted, each as a sentence. The product serves again when this ends.</returns>
    Task<IReadOnlyList<string>> PlayAsync(Driver driver, CancellationToken cancellationToken);
}
