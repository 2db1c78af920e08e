using System.Security.Claims;
using Jirani.Infrastructure.Identity;
using Jirani.Tests.Support;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Jirani.Tests.Identity;

public sealed class OwnerRevalidationTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update identity.users set lockout_enabled = true, lockout_end = now() + interval '1 day'")]
    [InlineData("update identity.users set security_stamp = 'ANOTHER'")]
    [InlineData("update identity.users set id = gen_random_uuid()")]
    public async Task An_open_circuit_loses_an_owner_who_is_no_longer_let_in(string circumstance)
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var standing = app.Services.GetRequiredService<OwnerStanding>();
        var owner = await PrincipalAsync(app);
        var often = Options.Create(new SecurityStampValidatorOptions { ValidationInterval = TimeSpan.FromMilliseconds(50) });
        using var circuit = new OwnerRevalidation(NullLoggerFactory.Instance, standing, often);
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(owner)));
        Assert.True(await standing.HoldsAsync(owner));

        await app.Database.ExecuteAsync(Actor.Superuser, circumstance, Cancel);

        await WaitUntil.TrueAsync("nobody is signed in any more", async () =>
            (await circuit.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated is not true, Cancel);
        Assert.False(await standing.HoldsAsync(owner));
    }

    [Fact]
    public async Task A_circuit_asks_at_least_once_a_minute()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        var options = app.Services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>();

        Assert.InRange(options.Value.ValidationInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(JiraniApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var principals = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>();
        return await principals.CreateAsync((await users.FindByEmailAsync(OwnerClient.Njeri))!);
    }
}
