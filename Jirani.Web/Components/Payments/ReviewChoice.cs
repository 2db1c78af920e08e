namespace Jirani.Web.Components.Payments;

/// <summary>What somebody wants to do with money in review.</summary>
public enum ReviewChoice
{
    Reopen,
    GiveBack,
    Later,
}
