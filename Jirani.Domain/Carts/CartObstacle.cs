namespace Jirani.Domain.Carts;

/// <summary>Why so many more cannot go into a cart.</summary>
public enum CartObstacle
{
    NotSold,
    WrongStep,
    TooMany,
    TooFewLeft,
    TooMuchMoney,
}
