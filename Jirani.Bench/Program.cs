using Jirani.Bench;

if (args is not [var name, .. var rest])
{
    Console.Error.WriteLine("Name a bench: webhook, growth or chaos.");
    return 1;
}

return await Benches.RunAsync(name, new Arguments(rest));
