using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>
/// One call of the API, tried again in place while that can help: every POST carries a key under which the API answers the same thing
/// only once, so trying again never charges twice.
/// </summary>
public sealed partial class FlutterwaveHttp(
    HttpClient http, AccessTokens tokens, IOptions<FlutterwaveOptions> options, TimeProvider clock, ILogger<FlutterwaveHttp> logger)
{
    /// <summary>For all tries of a call; whoever makes several calls for one payer has no more for all of them.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int MostTries = 3;
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(300);

    private readonly string _root = options.Value.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <returns>Null when no answer came in time: whether the API acted is not known.</returns>
    internal async Task<FlutterwaveAnswer?> SendAsync(FlutterwaveCall call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var mayHaveActed = false;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var answer = await TryAsync(call, either.Token);
                if (answer is { IsPassing: false })
                {
                    return Heard(answer, mayHaveActed);
                }

                mayHaveActed |= answer is not { Status: HttpStatusCode.TooManyRequests };
                var pause = Pause(attempt, answer?.RetryAfter);
                if (attempt == MostTries || pause >= Patience)
                {
                    return answer;
                }

                await Task.Delay(pause, clock, either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Credentials that are refused are nobody's answer to a call that may have been heard before.</summary>
    private FlutterwaveAnswer? Heard(FlutterwaveAnswer answer, bool mayHaveActed)
    {
        if (!answer.IsForbidden)
        {
            return answer;
        }

        LogForbidden((int)answer.Status, answer.Code);
        return mayHaveActed ? null : answer;
    }

    /// <summary>A token that the API does not take is replaced once; the call keeps its key.</summary>
    /// <returns>Null where the wire failed.</returns>
    private async Task<FlutterwaveAnswer?> TryAsync(FlutterwaveCall call, CancellationToken cancellationToken)
    {
        try
        {
            var token = await tokens.GetAsync(cancellationToken);
            var answer = await OnceAsync(call, token, cancellationToken);
            if (answer.Status != HttpStatusCode.Unauthorized)
            {
                return answer;
            }

            tokens.Drop(token);
            return await OnceAsync(call, await tokens.GetAsync(cancellationToken), cancellationToken);
        }
        catch (TokenRefusedException refused)
        {
            return FlutterwaveAnswer.WithoutToken(refused.Code);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async Task<FlutterwaveAnswer> OnceAsync(FlutterwaveCall call, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, $"{_root}/{call.Path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("X-Trace-Id", call.TraceId);
        if (call.Body is not null)
        {
            request.Headers.Add("X-Idempotency-Key", call.IdempotencyKey);
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call.Body)) { Headers = { ContentType = new("application/json") } };
        }

        if (options.Value.ScenarioKey is { Length: > 0 } scenario)
        {
            request.Headers.Add("X-Scenario-Key", scenario);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return await FlutterwaveAnswer.ReadAsync(response, cancellationToken);
    }

    /// <summary>As long as the API asks for, else a little longer each time and never the same for all.</summary>
    private TimeSpan Pause(int attempt, RetryConditionHeaderValue? asked)
    {
        var pause = asked?.Delta ?? asked?.Date - clock.GetUtcNow() ?? _firstPause * Math.Pow(2, attempt - 1) * (0.75 + (Random.Shared.NextDouble() / 2));
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    [LoggerMessage(LogLevel.Error, "Flutterwave does not take this installation's credentials (HTTP {Status}, {Code}): look at the Flutterwave settings")]
    private partial void LogForbidden(int status, string code);
}
