package dev.cadastre.cli.share;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says who gets through to an app that is shared, until when, and what the app sees of them: a
 * browser on this machine, whatever names the app answers for. Pure, and immutable.
 *
 * @param token by which one gets in
 * @param expires from then on nobody does
 * @param isEncrypted whether it is reached by TLS
 * @param app the authority of the app, as {@code 127.0.0.1:8000}
 */
public record Gate(ShareToken token, Instant expires, boolean isEncrypted, String app) {

    private static final String PARAMETER = "cadastre-share";

    /** Browsers take a cookie of this name from nobody else, and for no other host. */
    private static final String ENCRYPTED_COOKIE = "__Host-cadastre-share";

    /** What would tell the app of another way than the one it is to see. */
    private static final Set<String> NOT_PASSED =
            Set.of(
                    "host",
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "proxy-authorization",
                    "te",
                    "trailer",
                    "expect",
                    "cookie",
                    "forwarded",
                    "x-real-ip");

    /** Where the link leads to, from the root. */
    public String path() {
        return "/?" + PARAMETER + "=" + token.text();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expires);
    }

    /** What becomes of a request. */
    Verdict decide(Head head, Instant now) {
        if (isOver(now)) {
            return new Verdict.Refused(
                    410, "This link has expired. Ask whoever gave it to you for another.");
        }
        try {
            RequestLine line = RequestLine.parse(head.first());
            Optional<String> given = given(line.target());
            if (given.isPresent()) {
                return token.is(given.get())
                        ? new Verdict.Entered(without(line.target()), cookie(now))
                        : denied();
            }
            return cookies(head).stream().anyMatch(this::isOurs)
                    ? new Verdict.Passed(passed(line, head))
                    : denied();
        } catch (BadHead e) {
            return new Verdict.Refused(e.status(), e.sentence());
        }
    }

    private static Verdict denied() {
        return new Verdict.Refused(
                403, "This is shared by a link. Open all of the link that you were given.");
    }

    private static Optional<String> given(String target) {
        return query(target).stream()
                .filter(part -> part.startsWith(PARAMETER + "="))
                .map(part -> part.substring(PARAMETER.length() + 1))
                .findFirst();
    }

    private static List<String> query(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? List.of() : List.of(target.substring(mark + 1).split("&", -1));
    }

    /** Two slashes at the beginning would lead to another host. */
    private static String without(String target) {
        String path = target.substring(0, target.indexOf('?')).replaceFirst("^[/\\\\]+", "/");
        List<String> left =
                query(target).stream().filter(part -> !part.startsWith(PARAMETER + "=")).toList();
        return left.isEmpty() ? path : path + "?" + String.join("&", left);
    }

    private String cookieName() {
        return isEncrypted ? ENCRYPTED_COOKIE : PARAMETER;
    }

    /** Lax, since people come to it from their mail and chats. */
    private String cookie(Instant now) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(
                        cookieName(),
                        token.text(),
                        Math.max(1, Duration.between(now, expires).toSeconds()),
                        isEncrypted ? "; Secure" : "");
    }

    private static List<String> cookies(Head head) {
        return head.values("Cookie").stream()
                .flatMap(value -> List.of(value.split(";", -1)).stream())
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private boolean isOurs(String cookie) {
        String start = cookieName() + "=";
        return cookie.startsWith(start) && token.is(cookie.substring(start.length()));
    }

    private Head passed(RequestLine line, Head head) throws BadHead {
        if (head.has("Transfer-Encoding")) {
            throw new BadHead(411, "Say how long the request is, by Content-Length.");
        }
        String own = origin(head);
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Host", app));
        for (Header one : head.headers()) {
            String name = one.name().toLowerCase(Locale.ROOT);
            if (name.equals("origin") || name.equals("referer")) {
                headers.add(new Header(one.name(), moved(one.value(), own, "http://" + app)));
            } else if (!NOT_PASSED.contains(name) && !name.startsWith("x-forwarded-")) {
                headers.add(one);
            }
        }
        String cookies =
                String.join(
                        "; ",
                        cookies(head).stream()
                                .filter(one -> !one.startsWith(cookieName() + "="))
                                .toList());
        if (!cookies.isEmpty()) {
            headers.add(new Header("Cookie", cookies));
        }
        headers.add(new Header("Connection", head.isUpgrade() ? "Upgrade" : "close"));
        return new Head(line.text(), headers);
    }

    private String origin(Head head) {
        return (isEncrypted ? "https://" : "http://") + head.value("Host").orElse("");
    }

    /** An address at one place, as it is at the other. */
    private static String moved(String address, String from, String to) {
        boolean isThere =
                address.equals(from)
                        || address.startsWith(from + "/")
                        || address.startsWith(from + "?");
        return isThere ? to + address.substring(from.length()) : address;
    }

    /**
     * What the browser sees of an answer.
     *
     * @param request as the browser sent it
     */
    Head answered(Head answer, Head request) {
        List<Header> headers = new ArrayList<>();
        for (Header one : answer.headers()) {
            if (one.is("Location")) {
                String moved = moved(one.value(), "http://" + app, origin(request));
                headers.add(new Header(one.name(), moved));
            } else if (!one.is("Connection") && !one.is("Keep-Alive")) {
                headers.add(one);
            }
        }
        headers.add(new Header("Connection", answer.isUpgrade() ? "Upgrade" : "close"));
        return new Head(answer.first(), headers);
    }
}
