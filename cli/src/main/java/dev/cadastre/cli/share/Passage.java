package dev.cadastre.cli.share;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection: one request, and its answer. */
final class Passage {

    /** What a request may bring. */
    static final long MOST_BYTES = 64L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long an app may be silent; a connection of another protocol may be for longer. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private static final int PIECE = 16 << 10;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Socket browser;
    private final Gate gate;
    private final InetSocketAddress app;
    private final Clock clock;
    private final HeadReader heads;
    private final Consumer<String> remarks;

    Passage(
            Socket browser,
            Gate gate,
            InetSocketAddress app,
            Clock clock,
            HeadReader heads,
            Consumer<String> remarks) {
        this.browser = browser;
        this.gate = gate;
        this.app = app;
        this.clock = clock;
        this.heads = heads;
        this.remarks = remarks;
    }

    void serve() throws IOException {
        browser.setSoTimeout((int) PATIENCE.toMillis());
        InputStream in = new BufferedInputStream(browser.getInputStream());
        try {
            Optional<Head> head = heads.read(in);
            if (head.isPresent()) {
                answer(head.get(), in);
            }
        } catch (BadHead e) {
            say(e.status(), e.sentence(), "");
        }
    }

    private void answer(Head request, InputStream in) throws IOException, BadHead {
        switch (gate.decide(request, clock.instant())) {
            case Verdict.Refused refused -> say(refused.status(), refused.sentence(), "");
            case Verdict.Entered entered -> enter(entered);
            case Verdict.Passed passed -> pass(request, passed.head(), in);
        }
    }

    private void enter(Verdict.Entered entered) throws IOException {
        remarks.accept(browser.getInetAddress().getHostAddress() + " opened the link.");
        say(
                303,
                "Go on to " + entered.location(),
                "Location: %s\r\nSet-Cookie: %s\r\n"
                        .formatted(entered.location(), entered.cookie()));
    }

    private void say(int status, String sentence, String headers) throws IOException {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 %d %s\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n"
                                .formatted(
                                        status,
                                        status < 400 ? "See Other" : "Refused",
                                        headers,
                                        TEXT,
                                        body.length)
                        + "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
                        + "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";
        OutputStream out = browser.getOutputStream();
        out.write(HeadReader.bytes(head));
        out.write(body);
        out.flush();
    }

    private void pass(Head request, Head passed, InputStream in) throws IOException, BadHead {
        long length = request.length().orElse(0L);
        if (length > MOST_BYTES) {
            throw new BadHead(413, "The request brings more than 64 MiB.");
        }
        try (Socket there = connected()) {
            if (request.has("Expect")) {
                browser.getOutputStream().write(HeadReader.bytes("HTTP/1.1 100 Continue\r\n\r\n"));
            }
            OutputStream out = there.getOutputStream();
            out.write(HeadReader.bytes(passed.text()));
            copy(in, out, length);
            bring(request, in, there);
        }
    }

    private Socket connected() throws IOException, BadHead {
        Socket there = new Socket();
        try {
            there.connect(app, (int) PATIENCE.toMillis());
            there.setSoTimeout((int) ANSWER.toMillis());
            return there;
        } catch (IOException e) {
            there.close();
            throw silent();
        }
    }

    private void bring(Head request, InputStream in, Socket there) throws IOException, BadHead {
        InputStream answers = new BufferedInputStream(there.getInputStream());
        Head answer = last(answers);
        OutputStream out = browser.getOutputStream();
        out.write(HeadReader.bytes(gate.answered(answer, request).text()));
        out.flush();
        if (answer.first().startsWith("HTTP/1.1 101 ")) {
            browser.setSoTimeout((int) PATIENCE.toMillis());
            there.setSoTimeout((int) PATIENCE.toMillis());
            Thread.ofVirtual().start(() -> relay(in, there, answers));
            relayed(answers, out, true);
        } else if (answer.has("Content-Length")) {
            copy(answers, out, answer.length().orElse(0L));
        } else {
            relayed(answers, out, false);
        }
    }

    /** Those before it only say that there will be one. */
    private Head last(InputStream answers) throws IOException, BadHead {
        try {
            Head answer = heads.read(answers).orElseThrow(Passage::silent);
            while (answer.first().matches("HTTP/1\\.1 1(?!01).*")) {
                answer = heads.read(answers).orElseThrow(Passage::silent);
            }
            return answer;
        } catch (BadHead e) {
            throw new BadHead(502, "What the app answers is not understood.");
        }
    }

    private static BadHead silent() {
        return new BadHead(502, "The app does not answer.");
    }

    /** What the browser says goes to the app; when it ends, so does the other way. */
    private void relay(InputStream in, Socket there, InputStream answers) {
        try (there;
                answers) {
            relayed(in, there.getOutputStream(), true);
        } catch (IOException e) {
            // One of the two is gone.
        }
    }

    /** Until it ends, or what is shared has expired. */
    private void relayed(InputStream from, OutputStream to, boolean mayBeSilent)
            throws IOException {
        byte[] piece = new byte[PIECE];
        while (!gate.isOver(clock.instant())) {
            try {
                int length = from.read(piece);
                if (length < 0) {
                    return;
                }
                to.write(piece, 0, length);
                to.flush();
            } catch (SocketTimeoutException e) {
                if (!mayBeSilent) {
                    return;
                }
            }
        }
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = length;
        while (left > 0) {
            int read = from.read(piece, 0, (int) Math.min(PIECE, left));
            if (read < 0) {
                return;
            }
            to.write(piece, 0, read);
            left -= read;
        }
        to.flush();
    }
}
