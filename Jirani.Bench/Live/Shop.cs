namespace Jirani.Bench.Live;

/// <summary>A store of the bench, with an owner of its own who watches its inbox.</summary>
internal sealed record Shop(int Number)
{
    public const string Password = "Jirani-demo-1";

    public string Slug => $"bench-{Number:00}";

    public string Email => $"{Slug}@example.org";

    public string PhoneNumberId => $"9000000000000{Number:00}";

    public string Phone(int customer) => $"2548{Number:00}{customer:000000}";
}
