package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** Sends requests, again and again where that can help. Safe for several threads. */
final class Sender {

    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final int SLOWEST_BYTES_A_SECOND = 1 << 16;

    private final RegistrySettings settings;

    Sender(RegistrySettings settings) {
        this.settings = settings;
    }

    /** One way of sending a request once. */
    interface Attempt {
        Answer make(Call call) throws IOException;
    }

    RegistrySettings settings() {
        return settings;
    }

    /**
     * Sends it as often as it takes, and as patience allows.
     *
     * @return the last answer, which may be that the server is too busy or fails
     * @throws RegistryRefused if there is none
     */
    Answer send(Call call, Attempt attempt) throws IOException {
        for (int number = 1; ; number++) {
            boolean isLast = !call.again() || number >= settings.patience().attempts();
            try {
                Answer answer = attempt.make(call);
                if (isLast || !PASSING.contains(answer.status())) {
                    return answer;
                }
                answer.close();
                pause(wait(answer, number));
            } catch (RegistryRefused | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (isLast) {
                    throw unreachable(call, e);
                }
                pause(settings.patience().before(number));
            }
        }
    }

    static RegistryRefused unreachable(Call call, IOException e) {
        return new RegistryRefused(
                Reason.UNREACHABLE,
                "%s does not answer: %s".formatted(Shown.address(call.uri()), Shown.text(why(e))),
                e);
    }

    /** The client of the JDK says nothing when a connection is refused, or a name is not known. */
    private static String why(IOException e) {
        if (e.getMessage() != null) {
            return e.getMessage();
        }
        return e instanceof ConnectException
                ? "there is no connection to it"
                : e.getClass().getSimpleName();
    }

    /** Sends it once, as it is. */
    Answer once(Call call) throws IOException {
        HttpRequest request = request(call);
        try {
            return new Answer(
                    settings.http()
                            .send(request, info -> new BodyStream(settings.patience().silence())));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private HttpRequest request(Call call) throws RegistryRefused {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(call.uri())
                            .timeout(
                                    settings.patience()
                                            .silence()
                                            .plusSeconds(call.size() / SLOWEST_BYTES_A_SECOND))
                            .method(call.method(), call.publisher())
                            .header("User-Agent", "cadastre");
            call.headers().forEach(request::header);
            return request.build();
        } catch (IllegalArgumentException e) {
            throw new RegistryRefused(
                    Reason.WRONG_ANSWER,
                    "What is asked next cannot be sent: "
                            + Shown.text(String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** How long to wait; what a server asks for counts within bounds. */
    private Duration wait(Answer answer, int number) {
        Duration usual = settings.patience().before(number);
        Duration asked = answer.header("Retry-After").map(this::asked).orElse(usual);
        Duration longest = settings.patience().longest();
        if (asked.isNegative()) {
            return usual;
        }
        return asked.compareTo(longest) > 0 ? longest : asked;
    }

    private Duration asked(String header) {
        if (header.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            Instant until =
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Duration.between(settings.patience().clock().instant(), until);
        } catch (DateTimeParseException e) {
            return Duration.ofSeconds(-1);
        }
    }

    /** Waits before the next attempt. */
    void pause(Duration wait) throws InterruptedIOException {
        try {
            settings.patience().pause().pass(wait);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }
}
