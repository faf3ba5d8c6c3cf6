package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Range;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.dispatch.outgoing.Authorities;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a check wants of certificates. */
final class Certificates {

    private static final int LONGEST_DAYS = 10_000;

    /** Which certificates are good enough. */
    enum Accepted {
        TRUSTED,
        ANY
    }

    static final Setting<Accepted> ACCEPT =
            Setting.defaulted(
                    "certificates",
                    SettingTypes.oneOf(Accepted.class),
                    "trusted: somebody known must vouch for the certificate; any: only its days"
                            + " count",
                    Common.name(Accepted.TRUSTED),
                    Common.name(Accepted.ANY));
    static final Setting<Integer> DAYS_WARNING =
            Setting.defaulted(
                    "daysWarning",
                    SettingTypes.whole(0, LONGEST_DAYS),
                    "the days that certificates must be valid for, so that it is no warning",
                    "21",
                    "30");
    static final Setting<Integer> DAYS_CRITICAL =
            Setting.defaulted(
                    "daysCritical",
                    SettingTypes.whole(0, LONGEST_DAYS),
                    "the days that certificates must be valid for, so that it is not critical",
                    "7",
                    "14");

    private final Accepted accepted;
    private final Thresholds days;
    private final Authorities authorities;
    private final Clock clock;

    Certificates(Values values, Means means) {
        this.accepted = values.get(ACCEPT);
        this.days = new Thresholds(from(values.get(DAYS_WARNING)), from(values.get(DAYS_CRITICAL)));
        this.authorities = means.authorities();
        this.clock = means.clock();
    }

    private static Optional<Range> from(int least) {
        return Optional.of(new Range(least, Double.POSITIVE_INFINITY, false));
    }

    /** Whether what is wrong with certificates is passed over. */
    boolean acceptsAny() {
        return accepted == Accepted.ANY;
    }

    CertificateJudge judge(List<X509Certificate> chain, String host) {
        return CertificateJudge.judge(chain, host, clock.instant(), authorities);
    }

    /** Judges a chain, and notes what there is to say of it. */
    CertificateJudge judge(List<X509Certificate> chain, String host, Findings findings) {
        CertificateJudge judged = judge(chain, host);
        note(judged, findings);
        return judged;
    }

    /** Notes what there is to say of a chain. */
    void note(CertificateJudge judged, Findings findings) {
        for (String fault : judged.faults()) {
            if (acceptsAny()) {
                findings.detail("Passed over: " + fault + ".");
            } else {
                findings.critical(fault);
            }
        }
        findings.measured(Metric.of("days", judged.days(), Unit.NONE), days);
    }
}
