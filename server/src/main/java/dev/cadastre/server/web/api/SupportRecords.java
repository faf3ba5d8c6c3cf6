package dev.cadastre.server.web.api;

import dev.cadastre.api.InstalledRuntime;
import dev.cadastre.api.LoadedSupportFacts;
import dev.cadastre.api.Support;
import dev.cadastre.api.SupportHost;
import dev.cadastre.api.SupportItem;
import dev.cadastre.api.SupportLine;
import dev.cadastre.server.inventory.support.LineHost;
import dev.cadastre.server.inventory.support.LoadedFacts;
import dev.cadastre.server.inventory.support.SupportFact;
import dev.cadastre.server.inventory.support.SupportJudgement;
import dev.cadastre.server.inventory.support.WayUp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What is supported, as it is sent. */
public final class SupportRecords {

    private SupportRecords() {}

    public static Support support(SupportJudgement judgement) {
        SupportFact fact = judgement.fact();
        return new Support(
                Support.Status.valueOf(judgement.status().name()),
                judgement.product(),
                judgement.label(),
                judgement.cycle(),
                judgement.words(),
                fact == null ? null : fact.released(),
                fact == null ? null : fact.ends(),
                fact == null ? null : fact.extendedEnds(),
                judgement.days(),
                fact == null ? null : fact.latest(),
                fact == null ? null : fact.source(),
                fact == null ? null : fact.lookedUp(),
                "/support/" + segment(judgement.product()) + "/" + segment(judgement.cycle()));
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static SupportItem item(dev.cadastre.server.inventory.support.SupportItem item) {
        List<InstalledRuntime.Use> users = item.users().stream().map(ReadingRecords::use).toList();
        return new SupportItem(
                SupportItem.Kind.valueOf(item.kind().name()),
                item.name(),
                item.version(),
                item.path(),
                users,
                support(item.judgement()),
                item.waysUp().stream().map(way -> wayUp(way, item, users)).toList());
    }

    private static SupportItem.WayUp wayUp(
            WayUp way,
            dev.cadastre.server.inventory.support.SupportItem item,
            List<InstalledRuntime.Use> users) {
        return new SupportItem.WayUp(
                SupportItem.WayUp.Place.valueOf(way.kind().name()),
                way.version(),
                way.path(),
                way.example(),
                way.hosts(),
                gain(users, item.judgement(), way.judgement()),
                support(way.judgement()));
    }

    /** Who would gain what: the processes if any run on it, else the host. */
    private static String gain(
            List<InstalledRuntime.Use> users, SupportJudgement present, SupportJudgement next) {
        String who =
                users.isEmpty()
                        ? "This host"
                        : users.stream()
                                .map(SupportRecords::user)
                                .distinct()
                                .collect(Collectors.joining(", "));
        return "%s: %s instead of %s.".formatted(who, next.words(), present.words());
    }

    private static String user(InstalledRuntime.Use use) {
        String daemon = use.daemon();
        return daemon == null ? use.process() : daemon;
    }

    public static SupportLine line(dev.cadastre.server.inventory.support.SupportLine line) {
        return new SupportLine(
                support(line.judgement()),
                line.hosts(),
                line.environments().entrySet().stream()
                        .map(entry ->
                                new SupportLine.EnvironmentHosts(entry.getKey(), entry.getValue()))
                        .toList());
    }

    public static SupportHost host(LineHost host) {
        return new SupportHost(host.host(), host.environment(), host.versions());
    }

    public static LoadedSupportFacts loaded(LoadedFacts loaded) {
        return new LoadedSupportFacts(loaded.products(), loaded.lines());
    }
}
