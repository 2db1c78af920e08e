namespace Jirani.Domain.Conversations;

/// <summary>What is wrong with a question to tap.</summary>
/// <param name="Part">Which part of it.</param>
/// <param name="Choice">Which of its choices, from zero; null for all other parts.</param>
/// <param name="Sentence">For the owner: what is wrong and what to do.</param>
public sealed record InteractiveFault(InteractivePart Part, int? Choice, string Sentence);
