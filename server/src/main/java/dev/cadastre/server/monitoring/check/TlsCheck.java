package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Thresholds;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** Shakes hands with a server, and judges its certificate. */
final class TlsCheck implements Look {

    private static final int STANDARD_PORT = 443;

    private static final Setting<Integer> PORT = Common.port(STANDARD_PORT);
    private static final Setting<StartTls> STARTTLS =
            Setting.defaulted(
                    "starttls",
                    SettingTypes.oneOf(StartTls.class),
                    "how TLS begins: none (at once), smtp, imap or postgres",
                    Common.name(StartTls.NONE),
                    Common.name(StartTls.SMTP));
    private static final Setting<String> SERVER_NAME =
            Setting.optional(
                    "serverName",
                    SettingTypes.HOST,
                    "the name that is asked for, and that the certificate must be for, if it is not"
                            + " that of host",
                    "www.example.com");

    static final Recipe RECIPE =
            Recipe.of(
                    List.of(
                            Common.HOST,
                            PORT,
                            Common.FAMILY,
                            STARTTLS,
                            SERVER_NAME,
                            Certificates.ACCEPT,
                            Certificates.DAYS_WARNING,
                            Certificates.DAYS_CRITICAL,
                            Common.TIME_WARNING,
                            Common.TIME_CRITICAL),
                    TlsCheck::new);

    private final String host;
    private final int port;
    private final Family family;
    private final StartTls startTls;
    private final String serverName;
    private final Certificates certificates;
    private final Thresholds time;
    private final Reach reach;

    private TlsCheck(Values values, Means means) {
        this.host = values.get(Common.HOST);
        this.port = values.get(PORT);
        this.family = values.get(Common.FAMILY);
        this.startTls = values.get(STARTTLS);
        this.serverName = values.find(SERVER_NAME).orElse(host);
        this.certificates = new Certificates(values, means);
        this.time = Common.time(values);
        this.reach = means.reach();
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        Place place = reach.find(host, family, port, course);
        Socket plain = reach.connect(place, course);
        try (plain) {
            startTls.ask(plain, course);
            try (SecuredSocket secured = SecuredSocket.over(plain, serverName, course)) {
                Duration taken = course.taken();
                Findings findings = new Findings();
                CertificateJudge judged = certificates.judge(secured.chain(), serverName, findings);
                findings.time(taken, time);
                findings.detail(
                        secured.socket().getSession().getProtocol()
                                + ", "
                                + secured.socket().getSession().getCipherSuite());
                return findings.result(CheckKind.TLS, judged.summary());
            }
        }
    }
}
