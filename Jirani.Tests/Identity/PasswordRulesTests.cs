using Jirani.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Fact]
    public void A_password_is_hashed_with_at_least_the_rounds_that_OWASP_asks_for()
    {
        var services = new ServiceCollection();
        services.AddPeople();
        using var provider = services.BuildServiceProvider();

        Assert.InRange(provider.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount, 210_000, int.MaxValue);
    }
}
