namespace Jirani.Tests.Support;

/// <summary>The people and stores of every test. The demo seed has the same stores; their ids there are its own.</summary>
public static class Cast
{
    public static StoreCast MamaNjeri { get; } = new(
        Guid.Parse("aaaaaaaa-0000-4000-8000-000000000001"), Guid.Parse("aaaaaaaa-0000-4000-8000-0000000000ff"), "mama-njeri", "Mama Njeri", "KES", "100000000000001");

    public static StoreCast NakatoFresh { get; } = new(
        Guid.Parse("bbbbbbbb-0000-4000-8000-000000000002"), Guid.Parse("bbbbbbbb-0000-4000-8000-0000000000ff"), "nakato-fresh", "Nakato Fresh", "UGX", "100000000000002");

    /// <summary>Otieno's number, as Meta writes it.</summary>
    public const string Otieno = "254712000111";

    public const string OtienoUserId = "KE.1020304050607080";

    public const string Achieng = "254733000222";
}
