package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TextParseException;

/** Asks a name server, and judges its answer. */
final class DnsCheck implements Look {

    private static final int STANDARD_PORT = 53;
    private static final String WELL = "NOERROR";

    private static final Setting<String> NAME =
            Setting.required(
                    "name",
                    SettingTypes.LINE,
                    "the name that is asked for; for ptr an address will do",
                    "www.example.com");
    private static final Setting<DnsType> TYPE =
            Setting.defaulted(
                    "type",
                    SettingTypes.oneOf(DnsType.class),
                    "a, aaaa, cname, mx, ns, ptr, soa, srv or txt",
                    Common.name(DnsType.A),
                    Common.name(DnsType.MX));
    private static final Setting<String> SERVER =
            Setting.optional(
                    "server",
                    SettingTypes.HOST,
                    "the name server to ask, if it is not this machine's",
                    "ns1.example.com");
    private static final Setting<Integer> PORT = Common.port(STANDARD_PORT);
    private static final Setting<List<String>> EXPECT =
            Setting.optional(
                    "expect",
                    SettingTypes.LINES,
                    "answers that must all come, one on each line",
                    "192.0.2.10");
    private static final Setting<Boolean> EXACT =
            Setting.defaulted(
                    "exact",
                    SettingTypes.YES_NO,
                    "whether no others may come beside what is expected",
                    "no",
                    "yes");
    private static final Setting<SafePattern> MATCHES =
            Setting.optional(
                    "matches",
                    SettingTypes.PATTERN,
                    "a regular expression that one of the answers must match somewhere",
                    "^192\\.0\\.2\\.");
    private static final Setting<String> CODE =
            Setting.defaulted(
                    "code",
                    SettingTypes.LINE,
                    "the code that it must answer with",
                    WELL,
                    "NXDOMAIN");
    private static final Setting<Boolean> AUTHORITATIVE =
            Setting.defaulted(
                    "authoritative",
                    SettingTypes.YES_NO,
                    "whether the server must know the answer by itself",
                    "no",
                    "yes");

    static final Recipe RECIPE =
            new Recipe(
                    List.of(
                            NAME,
                            TYPE,
                            SERVER,
                            PORT,
                            Common.FAMILY,
                            EXPECT,
                            EXACT,
                            MATCHES,
                            CODE,
                            AUTHORITATIVE,
                            Common.TIME_WARNING,
                            Common.TIME_CRITICAL),
                    DnsCheck::conflicts,
                    DnsCheck::new);

    private final Record asked;
    private final DnsType type;
    private final Optional<String> server;
    private final int port;
    private final Family family;
    private final List<String> expected;
    private final boolean exact;
    private final Optional<SafePattern> pattern;
    private final String code;
    private final boolean authoritative;
    private final Thresholds time;
    private final Reach reach;

    private DnsCheck(Values values, Means means) {
        this.type = values.get(TYPE);
        this.asked = Record.newRecord(name(values).orElse(Name.root), type.code(), DClass.IN);
        this.server = values.find(SERVER);
        this.port = values.get(PORT);
        this.family = values.get(Common.FAMILY);
        this.expected = values.find(EXPECT).orElse(List.of());
        this.exact = values.get(EXACT);
        this.pattern = values.find(MATCHES);
        this.code = values.get(CODE);
        this.authoritative = values.get(AUTHORITATIVE);
        this.time = Common.time(values);
        this.reach = means.reach();
    }

    private static List<SettingProblem> conflicts(Values values) {
        return name(values).isPresent()
                ? List.of()
                : List.of(
                        new SettingProblem(
                                NAME.name(),
                                Shown.quoted(values.get(NAME)) + " is no name",
                                "Write labels of at most 63 characters with dots between."));
    }

    private static Optional<Name> name(Values values) {
        String text = values.get(NAME);
        try {
            return Optional.of(
                    values.get(TYPE) == DnsType.PTR && SecuredSocket.isAddress(text)
                            ? ReverseMap.fromAddress(text)
                            : Name.fromString(text, Name.root));
        } catch (TextParseException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        Place place =
                server.isPresent()
                        ? reach.find(server.get(), family, port, course)
                        : machinesOwn(course);
        DnsAnswer answer = DnsAnswer.of(new DnsQuestion(asked, place, reach, course).ask(), type);
        Findings findings = new Findings();
        judge(answer, findings, course);
        findings.time(course.taken(), time);
        findings.measured(
                Findings.least(Metric.of("answers", answer.data().size(), Unit.NONE)),
                Thresholds.NONE);
        String told = answer.data().isEmpty() ? answer.code() : String.join(", ", answer.data());
        return findings.result(
                CheckKind.DNS, "%s %s: %s, by %s".formatted(asked.getName(), type, told, place));
    }

    private Place machinesOwn(Course course) throws CheckFailure, InterruptedException {
        List<InetSocketAddress> servers = ResolverConfig.getCurrentConfig().servers();
        if (servers.isEmpty()) {
            throw CheckFailure.unknown("this machine has no name server", "Set server.");
        }
        InetSocketAddress first = servers.getFirst();
        String address =
                first.getAddress() == null
                        ? first.getHostString()
                        : first.getAddress().getHostAddress();
        return reach.find(address, Family.ANY, first.getPort(), course);
    }

    private void judge(DnsAnswer answer, Findings findings, Course course) throws CheckFailure {
        if (!answer.code().equalsIgnoreCase(code)) {
            findings.critical("the answer is " + answer.code() + ", not " + code);
        } else if (code.equalsIgnoreCase(WELL) && answer.data().isEmpty()) {
            findings.critical("there is no answer of the type " + type);
        }
        if (authoritative && !answer.authoritative()) {
            findings.critical("the answer is not authoritative");
        }
        List<String> data = answer.data().stream().map(DnsAnswer::plain).toList();
        List<String> wanted = expected.stream().map(DnsAnswer::plain).toList();
        wanted.stream()
                .filter(text -> !data.contains(text))
                .forEach(text -> findings.critical(text + " is missing"));
        if (exact) {
            data.stream()
                    .filter(text -> !wanted.contains(text))
                    .forEach(text -> findings.critical(text + " is not expected"));
        }
        if (pattern.isPresent() && !anyMatches(pattern.get(), answer.data(), course)) {
            findings.critical("no answer matches " + pattern.get());
        }
    }

    private static boolean anyMatches(SafePattern pattern, List<String> data, Course course)
            throws CheckFailure {
        for (String text : data) {
            if (pattern.find(text, course)) {
                return true;
            }
        }
        return false;
    }
}
