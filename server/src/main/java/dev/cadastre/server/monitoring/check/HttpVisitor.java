package dev.cadastre.server.monitoring.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/**
 * Asks by HTTP/1.1 over plain sockets, one connection for each request. The JDK's client looks
 * names up by itself, so that it may connect to an address that nobody has judged; and it needs
 * threads of its own for each client, while this waits on the check's virtual thread.
 */
final class HttpVisitor {

    private final HttpSettings settings;
    private final Certificates certificates;
    private final Reach reach;

    HttpVisitor(HttpSettings settings, Certificates certificates, Means means) {
        this.settings = settings;
        this.certificates = certificates;
        this.reach = means.reach();
    }

    /** The answer behind all redirects that are followed. */
    HttpVisit visit(HttpCall first, Course course) throws IOException, InterruptedException {
        HttpCall call = first;
        for (int followed = 0; ; followed++) {
            HttpVisit visit = once(call, first.target(), course);
            Optional<String> elsewhere = visit.answer().redirect();
            if (elsewhere.isEmpty() || settings.redirects() == 0) {
                return visit;
            }
            if (followed == settings.redirects()) {
                throw CheckFailure.critical(
                        "there are more than "
                                + followed
                                + " redirects, the last from "
                                + visit.last(),
                        "See where they lead to, or set redirects.");
            }
            call = call.redirected(visit.answer().status(), elsewhere.get());
        }
    }

    private HttpVisit once(HttpCall call, HttpTarget first, Course course)
            throws IOException, InterruptedException {
        HttpTarget target = call.target();
        // Whoever says where a host is, says it of that host alone.
        String host =
                target.hasSameOrigin(first)
                        ? settings.address().orElse(target.host())
                        : target.host();
        Place place = reach.find(host, settings.family(), target.port(), course);
        try (Socket plain = reach.connect(place, course)) {
            String from = plain.getInetAddress().getHostAddress();
            if (!target.secure()) {
                HttpAnswer answer = exchange(plain, call, course);
                return new HttpVisit(target, from, answer, Optional.empty());
            }
            try (SecuredSocket secured = SecuredSocket.over(plain, target.host(), course)) {
                CertificateJudge judged = judge(secured, target.host());
                HttpAnswer answer = exchange(secured.socket(), call, course);
                return new HttpVisit(target, from, answer, Optional.of(judged));
            }
        }
    }

    private CertificateJudge judge(SecuredSocket secured, String host) throws CheckFailure {
        CertificateJudge judged = certificates.judge(secured.chain(), host);
        List<String> faults = judged.faults();
        if (!faults.isEmpty() && !certificates.acceptsAny()) {
            throw CheckFailure.critical(
                    String.join("; ", faults),
                    "Nothing was asked. Have the certificate replaced, or set certificates = any"
                            + " if it does not matter.");
        }
        return judged;
    }

    private HttpAnswer exchange(Socket socket, HttpCall call, Course course) throws IOException {
        byte[] request = call.bytes(course);
        course.step("sending the request to " + call.target());
        socket.getOutputStream().write(request);
        course.step("waiting for the answer of " + call.target());
        return HttpReader.read(
                new BufferedInputStream(socket.getInputStream()),
                call.method(),
                settings.maxBytes());
    }
}
