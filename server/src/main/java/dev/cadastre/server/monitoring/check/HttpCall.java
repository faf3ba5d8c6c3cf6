package dev.cadastre.server.monitoring.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param target what is asked for
 * @param method in capital letters
 * @param headers besides those that every request has, which they replace
 * @param body none if empty
 * @param credentials with which, if any
 */
record HttpCall(
        HttpTarget target,
        String method,
        List<HttpHeader> headers,
        String body,
        Optional<HttpCredentials> credentials) {

    private static final List<HttpHeader> ALWAYS =
            List.of(
                    new HttpHeader("User-Agent", "cadastre"),
                    new HttpHeader("Accept", "*/*"),
                    new HttpHeader("Accept-Encoding", "identity"));
    private static final int TEMPORARY = 307;

    HttpCall {
        headers = List.copyOf(headers);
    }

    /** What is sent. */
    byte[] bytes(Course course) throws CheckFailure {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        List<HttpHeader> all = new ArrayList<>();
        all.add(new HttpHeader("Host", target.authority()));
        all.add(new HttpHeader("Connection", "close"));
        ALWAYS.stream()
                .filter(usual -> headers.stream().noneMatch(ours -> ours.is(usual.name())))
                .forEach(all::add);
        if (credentials.isPresent()) {
            all.add(credentials.get().header(course));
        }
        if (content.length > 0 || method.equals("POST") || method.equals("PUT")) {
            all.add(new HttpHeader("Content-Length", String.valueOf(content.length)));
        }
        all.addAll(headers);
        byte[] head =
                all.stream()
                        .map(header -> header + "\r\n")
                        .collect(
                                Collectors.joining(
                                        "", method + " " + target.path() + " HTTP/1.1\r\n", "\r\n"))
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[head.length + content.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(content, 0, bytes, head.length, content.length);
        return bytes;
    }

    /**
     * The request that a redirect asks for. Another origin gets neither credentials nor headers,
     * which may be secret as well.
     */
    HttpCall redirected(int status, String location) throws CheckFailure {
        HttpTarget next = target.redirected(location);
        boolean home = next.hasSameOrigin(target);
        boolean same = status >= TEMPORARY || method.equals("HEAD");
        return new HttpCall(
                next,
                same ? method : "GET",
                home ? headers : List.of(),
                home && same ? body : "",
                home ? credentials : Optional.empty());
    }
}
