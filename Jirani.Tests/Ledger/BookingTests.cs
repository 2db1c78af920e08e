using CsCheck;
using Jirani.Domain;
using Jirani.Domain.Ledger;
using Jirani.Tests.Support;

namespace Jirani.Tests.Ledger;

public sealed class BookingTests
{
    [Fact]
    public void Every_booking_sums_to_zero_and_moves_something_with_every_line()
    {
        Gen.Select(Gen.Int[1, 10_000_000], Gen.Int[0, 10_000_000], Gen.Bool).Sample((cents, fee, flag) =>
        {
            var (amount, kept) = (new Money(cents / 100m, Given.Shillings), fee / 100m);
            Booking[] all =
            [
                Booking.Charge("chg_1", amount, kept, flag), Booking.Settlement("chg_1", amount, kept), Booking.Refund("rfd_1", amount, flag, flag),
                Booking.Release(Guid.Empty, amount), Booking.CashPayment(Guid.Empty, amount), Booking.CashRefund(Guid.Empty, amount),
            ];

            Assert.All(all, booking => Assert.Equal(0, booking.Lines.Sum(line => line.Amount.Amount)));
            Assert.All(all.SelectMany(booking => booking.Lines), line => Assert.NotEqual(0, line.Amount.Amount));
        });
    }

    [Fact]
    public void A_charge_stands_unsettled_less_its_fee_and_in_sales_whole()
    {
        var lines = Booking.Charge("chg_1", new Money(835, Given.Shillings), 24.22m, isForReview: false).Lines;

        Assert.Equal(
            [(LedgerAccounts.Unsettled, 810.78m), (LedgerAccounts.Fees, 24.22m), (LedgerAccounts.Sales, -835m)],
            lines.Select(line => (line.Account, line.Amount.Amount)));
    }

    [Fact]
    public void Money_in_review_stands_in_suspense_until_it_is_released_or_given_back()
    {
        var amount = new Money(835, Given.Shillings);
        Booking[] came = [Booking.Charge("chg_1", amount, 24.22m, isForReview: true)];

        Assert.Equal(-835m, Sum(came, LedgerAccounts.Suspense));
        Assert.Equal(0m, Sum([.. came, Booking.Release(Guid.Empty, amount)], LedgerAccounts.Suspense));
        Assert.Equal(0m, Sum([.. came, Booking.Refund("rfd_1", amount, isSettled: false, isForReview: true)], LedgerAccounts.Suspense));
    }

    private static decimal Sum(IEnumerable<Booking> bookings, string account) =>
        bookings.SelectMany(booking => booking.Lines).Where(line => line.Account == account).Sum(line => line.Amount.Amount);
}
