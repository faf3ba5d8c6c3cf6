package dev.cadastre.server.web.api;

import dev.cadastre.api.InstalledRuntime;
import dev.cadastre.api.LoadedSupportFacts;
import dev.cadastre.api.Support;
import dev.cadastre.api.SupportHost;
import dev.cadastre.api.SupportItem;
import dev.cadastre.api.SupportLine;
import dev.cadastre.probe.OfferedPackage;
import dev.cadastre.server.inventory.support.Benefit;
import dev.cadastre.server.inventory.support.LineHost;
import dev.cadastre.server.inventory.support.LoadedFacts;
import dev.cadastre.server.inventory.support.Repositories;
import dev.cadastre.server.inventory.support.SupportFact;
import dev.cadastre.server.inventory.support.SupportJudgement;
import dev.cadastre.server.inventory.support.WayUp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                item.waysUp().stream().map(way -> wayUp(way, item.judgement())).toList(),
                repositories(item.repositories()));
    }

    private static SupportItem.@Nullable Repositories repositories(@Nullable Repositories asked) {
        return asked == null
                ? null
                : new SupportItem.Repositories(asked.askedAt(), asked.listedAt(), asked.words());
    }

    private static SupportItem.WayUp wayUp(WayUp way, SupportJudgement present) {
        return new SupportItem.WayUp(
                SupportItem.WayUp.Place.valueOf(way.kind().name()),
                way.version(),
                way.path(),
                way.example(),
                way.hosts(),
                offer(way.offer()),
                gain(way, present),
                benefit(way.benefit()),
                support(way.judgement()));
    }

    private static SupportItem.@Nullable Offer offer(@Nullable OfferedPackage offer) {
        return offer == null
                ? null
                : new SupportItem.Offer(offer.name(), offer.module(), offer.repository());
    }

    private static SupportItem.Benefit benefit(Benefit benefit) {
        Benefit.Cured advisories = benefit.advisories();
        return new SupportItem.Benefit(
                benefit.days(),
                advisories == null ? null : (Integer) advisories.now(),
                advisories == null ? null : (Integer) advisories.gone(),
                benefit.applications());
    }

    /** Who would gain what: the applications if any run on it, else the host. */
    private static String gain(WayUp way, SupportJudgement present) {
        Benefit benefit = way.benefit();
        String who =
                benefit.applications().isEmpty()
                        ? "This host"
                        : String.join(", ", benefit.applications());
        return "%s: %s instead of %s%s%s."
                .formatted(
                        who,
                        way.judgement().words(),
                        present.words(),
                        benefit.days() == null ? "" : ", %d days more".formatted(benefit.days()),
                        advisories(benefit.advisories()));
    }

    private static String advisories(Benefit.@Nullable Cured advisories) {
        return advisories == null || advisories.now() == 0
                ? ""
                : "; of %d advisories about what is installed, %d are not about it"
                        .formatted(advisories.now(), advisories.gone());
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
        return new SupportHost(
                host.host(),
                host.environment(),
                host.versions(),
                host.items().stream().map(SupportRecords::item).toList());
    }

    public static LoadedSupportFacts loaded(LoadedFacts loaded) {
        return new LoadedSupportFacts(loaded.products(), loaded.lines());
    }
}
