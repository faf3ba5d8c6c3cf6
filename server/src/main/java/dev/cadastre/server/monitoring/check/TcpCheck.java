package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Connects to a port, says something if it is to, and waits for what should come. */
final class TcpCheck implements Look {

    private static final int MOST_READ = 64 * 1024;
    private static final int AT_ONCE = 4096;

    private static final Setting<Integer> PORT =
            Setting.required("port", SettingTypes.PORT, "the port that it listens on", "6379");
    private static final Setting<byte[]> SEND =
            Setting.optional(
                    "send",
                    Escapes.TYPE,
                    "what is sent first; \\r, \\n, \\t, \\xHH and \\\\ are understood",
                    "PING\\r\\n");
    private static final Setting<List<String>> EXPECT =
            Setting.optional(
                    "expect",
                    SettingTypes.LINES,
                    "texts that all must come, one on each line",
                    "+PONG");
    private static final Setting<SafePattern> MATCHES =
            Setting.optional(
                    "matches",
                    SettingTypes.PATTERN,
                    "a regular expression that what comes must match somewhere",
                    "^\\+PONG");
    private static final Setting<byte[]> QUIT =
            Setting.optional("quit", Escapes.TYPE, "what is sent at the end", "QUIT\\r\\n");

    static final Recipe RECIPE =
            Recipe.of(
                    List.of(
                            Common.HOST,
                            PORT,
                            Common.FAMILY,
                            SEND,
                            EXPECT,
                            MATCHES,
                            QUIT,
                            Common.TIME_WARNING,
                            Common.TIME_CRITICAL),
                    TcpCheck::new);

    private final String host;
    private final int port;
    private final Family family;
    private final Optional<byte[]> send;
    private final List<String> expected;
    private final Optional<SafePattern> pattern;
    private final Optional<byte[]> quit;
    private final Thresholds time;
    private final Reach reach;

    private TcpCheck(Values values, Means means) {
        this.host = values.get(Common.HOST);
        this.port = values.get(PORT);
        this.family = values.get(Common.FAMILY);
        this.send = values.find(SEND);
        this.expected = values.find(EXPECT).orElse(List.of());
        this.pattern = values.find(MATCHES);
        this.quit = values.find(QUIT);
        this.time = Common.time(values);
        this.reach = means.reach();
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        Place place = reach.find(host, family, port, course);
        Findings findings = new Findings();
        try (Socket socket = reach.connect(place, course)) {
            if (send.isPresent()) {
                course.step("sending");
                socket.getOutputStream().write(send.get());
            }
            if (!isEnough("", course)) {
                expect(socket.getInputStream(), findings, course);
            }
            Duration taken = course.taken();
            if (quit.isPresent()) {
                course.step("saying good-bye");
                socket.getOutputStream().write(quit.get());
            }
            findings.time(taken, time);
            return findings.result(CheckKind.TCP, place + " answers in " + Shown.seconds(taken));
        }
    }

    private void expect(InputStream in, Findings findings, Course course) throws IOException {
        course.step("waiting for what is expected");
        byte[] buffer = new byte[AT_ONCE];
        StringBuilder seen = new StringBuilder();
        int read = 0;
        while (read >= 0 && seen.length() < MOST_READ) {
            read = in.read(buffer);
            // One character for each byte, so that none is ever cut in two.
            seen.append(new String(buffer, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
            if (read > 0 && isEnough(seen.toString(), course)) {
                return;
            }
        }
        String text = asUtf8(seen.toString());
        findings.critical("what is expected does not come");
        findings.detail(text.isEmpty() ? "Nothing comes." : "It says " + Shown.quoted(text) + ".");
    }

    private boolean isEnough(String seen, Course course) throws CheckFailure {
        String text = asUtf8(seen);
        return expected.stream().allMatch(text::contains)
                && (pattern.isEmpty() || pattern.get().find(text, course));
    }

    private static String asUtf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
