package dev.cadastre.parcel.registry;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A request before it is known what it takes to be answered.
 *
 * @param headers what it says beside who asks
 * @param body what is sent, made anew for each attempt; empty for none
 * @param size of the body
 * @param scopes what it needs to be allowed, as tokens name it
 * @param again whether it may be sent a second time
 */
record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        Optional<Supplier<HttpRequest.BodyPublisher>> body,
        long size,
        List<String> scopes,
        boolean again) {

    Call {
        headers = Map.copyOf(headers);
        scopes = List.copyOf(scopes);
    }

    static Call of(String method, URI uri, List<String> scopes) {
        return new Call(method, uri, Map.of(), Optional.empty(), 0, scopes, true);
    }

    Call at(URI other) {
        return new Call(method, other, headers, body, size, scopes, again);
    }

    Call header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, more, body, size, scopes, again);
    }

    Call body(byte[] content) {
        return new Call(
                method,
                uri,
                headers,
                Optional.of(() -> HttpRequest.BodyPublishers.ofByteArray(content)),
                content.length,
                scopes,
                again);
    }

    /** What can be had once: it is not sent again. */
    Call once(HttpRequest.BodyPublisher content, long length) {
        return new Call(method, uri, headers, Optional.of(() -> content), length, scopes, false);
    }

    HttpRequest.BodyPublisher publisher() {
        return body.map(Supplier::get).orElseGet(HttpRequest.BodyPublishers::noBody);
    }
}
