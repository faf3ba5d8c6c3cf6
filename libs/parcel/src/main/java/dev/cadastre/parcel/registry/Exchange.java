package dev.cadastre.parcel.registry;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Requests to one registry and their answers: says who asks, goes where it is sent to, and tries
 * again. Safe for several threads.
 */
final class Exchange {

    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;

    private final RegistryHost host;
    private final Sender sender;
    private final Tokens tokens;

    Exchange(RegistryHost host, RegistrySettings settings) {
        this.host = host;
        this.sender = new Sender(settings);
        this.tokens = new Tokens(host, sender);
    }

    RegistrySettings settings() {
        return sender.settings();
    }

    Sender sender() {
        return sender;
    }

    URI uri(String path) {
        return host.uri(settings().encryption(), path);
    }

    /**
     * Sends a request.
     *
     * @return the answer, whatever it is
     * @throws RegistryRefused if there is none
     */
    Answer send(Call call) throws IOException {
        return sender.send(call, this::authorised);
    }

    /**
     * Sends a request that is to be answered well.
     *
     * @throws RegistryRefused if it is not
     */
    Answer require(Call call) throws IOException {
        Answer answer = send(call);
        if (!answer.isGood()) {
            throw Refusals.of(answer);
        }
        return answer;
    }

    /** As {@link #require}; empty if there is no such thing. */
    Optional<Answer> find(Call call) throws IOException {
        Answer answer = send(call);
        if (answer.status() == 404 && !answer.isPage()) {
            answer.close();
            return Optional.empty();
        }
        if (!answer.isGood()) {
            throw Refusals.of(answer);
        }
        return Optional.of(answer);
    }

    private Answer authorised(Call call) throws IOException {
        Answer answer = redirected(call);
        boolean isOurs = answer.uri().getRawAuthority().equals(host.authority());
        if (answer.status() != 401 || !isOurs || !call.again()) {
            return answer;
        }
        boolean isNew =
                tokens.answer(Challenge.read(answer.headers("WWW-Authenticate")), call.scopes());
        if (!isNew) {
            return answer;
        }
        answer.close();
        return redirected(call);
    }

    private Answer redirected(Call call) throws IOException {
        boolean isReading = call.method().equals("GET") || call.method().equals("HEAD");
        Call next = call;
        for (int number = 0; number <= MOST_REDIRECTS; number++) {
            Answer answer = sender.once(signed(next));
            Optional<String> location = answer.header("Location");
            if (!isReading || location.isEmpty() || !ELSEWHERE.contains(answer.status())) {
                return answer;
            }
            answer.close();
            next = next.at(Addresses.next(answer, location.get(), settings().encryption()));
        }
        throw new RegistryRefused(
                RegistryRefused.Reason.WRONG_ANSWER,
                "%s sends us around in a circle".formatted(Shown.address(call.uri())));
    }

    /** Others than the registry are not told who asks. */
    private Call signed(Call call) {
        boolean isOurs = call.uri().getRawAuthority().equals(host.authority());
        Optional<String> header = isOurs ? tokens.header(call.scopes()) : Optional.empty();
        return header.map(value -> call.header("Authorization", value)).orElse(call);
    }
}
