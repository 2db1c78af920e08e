using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

public sealed class CustomerLinkTests(PostgresFixture postgres) : CustomerLinkTest(postgres)
{
    [Fact]
    public async Task A_user_id_that_is_new_is_written_to_the_customer()
    {
        Assert.Equal("linked", await LinkAsync(ByPhone, Cast.Otieno, Cast.OtienoUserId));

        Assert.Equal("known", await LinkAsync(ByPhone, Cast.Otieno, Cast.OtienoUserId));
        Assert.Equal(Cast.OtienoUserId, await OneAsync<string>("select wa_user_id from customers where store_id = $1"));
    }

    [Fact]
    public async Task A_phone_that_is_learnt_is_written_to_customer_opt_in_and_open_cart()
    {
        await WelcomeAsync(ByUserId, null, "KE.55");

        Assert.Equal("linked", await LinkAsync(ByUserId, Cast.Achieng, "KE.55"));

        Assert.Equal(Cast.Achieng, await OneAsync<string>("select phone from customers where store_id = $1 and id = $2", ByUserId));
        Assert.Equal(Cast.Achieng, await OneAsync<string>("select customer_phone from customer_channel_opt_in where store_id = $1 and customer_id = $2", ByUserId));
        Assert.Equal($"wa:{Cast.Achieng}", await OneAsync<string>("select session_id from cart_sessions where store_id = $1 and customer_id = $2", ByUserId));
    }

    [Fact]
    public async Task A_customer_who_changes_number_keeps_the_old_one_as_an_alias()
    {
        await LinkAsync(ByPhone, Cast.Otieno, Cast.OtienoUserId);

        Assert.Equal("linked", await LinkAsync(ByPhone, Cast.Achieng, Cast.OtienoUserId));

        Assert.Equal(Cast.Achieng, await OneAsync<string>("select phone from customers where store_id = $1"));
        Assert.Contains(Cast.Otieno, await ManyAsync<string>("select alias from customer_aliases where store_id = $1 and customer_id = $2", ByPhone));
    }

    [Fact]
    public async Task An_id_that_only_an_alias_knows_is_an_old_message_and_no_news()
    {
        await LinkAsync(ByPhone, Cast.Otieno, null);
        await LinkAsync(ByPhone, Cast.Achieng, null);

        Assert.Equal("known", await LinkAsync(ByPhone, Cast.Otieno, null));

        Assert.Equal(Cast.Achieng, await OneAsync<string>("select phone from customers where store_id = $1"));
    }

    [Fact]
    public async Task The_same_ids_in_another_store_are_another_customer()
    {
        await StoreRows.AddAsync(Database, Cast.NakatoFresh, Cancel);

        Assert.Equal("linked", await LinkAsync(ByPhone, Cast.Otieno, "KE.1"));

        Assert.Equal(2, await Database.ValueAsync<long>(Actor.Service, "select count(*) from customers where phone = $1", Cancel, Cast.Otieno));
    }

    [Fact]
    public async Task Nothing_that_is_said_is_nothing_new() => Assert.Equal("known", await LinkAsync(ByPhone, null, null));
}
