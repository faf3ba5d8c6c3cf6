package dev.cadastre.server.web.api;

import dev.cadastre.api.Advisory;
import dev.cadastre.api.AdvisoryHost;
import dev.cadastre.api.LoadedAdvisories;
import dev.cadastre.server.inventory.advisory.AdvisoryFinding;
import dev.cadastre.server.inventory.advisory.AffectedHost;
import dev.cadastre.server.inventory.advisory.VulnerablePackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advisories as they are sent. */
public final class AdvisoryRecords {

    private AdvisoryRecords() {}

    /** Without its details. */
    public static Advisory listed(AdvisoryFinding finding) {
        return advisory(finding, null);
    }

    public static Advisory detailed(AdvisoryFinding finding) {
        return advisory(finding, finding.advisory().details());
    }

    private static Advisory advisory(AdvisoryFinding finding, @Nullable String details) {
        var advisory = finding.advisory();
        return new Advisory(
                advisory.id(),
                advisory.aliases(),
                advisory.summary(),
                details,
                advisory.severity(),
                advisory.published(),
                advisory.modified(),
                advisory.withdrawn(),
                finding.hosts(),
                packages(finding.packages()));
    }

    private static List<Advisory.VulnerablePackage> packages(List<VulnerablePackage> packages) {
        return packages.stream()
                .map(each ->
                        new Advisory.VulnerablePackage(
                                each.name(),
                                each.type().purlType(),
                                each.version(),
                                each.fixed(),
                                each.hosts()))
                .toList();
    }

    public static AdvisoryHost host(AffectedHost host) {
        return new AdvisoryHost(host.host(), host.environment(), packages(host.packages()));
    }

    public static LoadedAdvisories loaded(
            dev.cadastre.server.inventory.advisory.LoadedAdvisories loaded) {
        return new LoadedAdvisories(
                loaded.advisories(), loaded.withdrawn(), loaded.packages(), loaded.unmatched());
    }
}
