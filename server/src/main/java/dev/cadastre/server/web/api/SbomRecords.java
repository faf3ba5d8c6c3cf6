package dev.cadastre.server.web.api;

import dev.cadastre.api.AttachedSbom;
import dev.cadastre.api.Sbom;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.KnownPackage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bills of materials as they are sent; what is installed on a host as CycloneDX has it. */
public final class SbomRecords {

    private SbomRecords() {}

    /** What was attached to a host. */
    public static AttachedSbom attached(dev.cadastre.server.inventory.AttachedSbom sbom) {
        return new AttachedSbom(
                sbom.application(),
                sbom.root(),
                sbom.specVersion(),
                sbom.serialNumber(),
                sbom.version(),
                sbom.madeAt(),
                sbom.uploadedAt(),
                sbom.uploadedBy(),
                sbom.components(),
                sbom.packages(),
                sbom.leftOut().stream()
                        .map(left -> new AttachedSbom.LeftOut(left.kind(), left.components()))
                        .toList());
    }

    static Sbom of(Host host, List<HostPackage> packages, Instant at) {
        List<Sbom.Component> components = new ArrayList<>();
        if (host.os() != null) {
            components.add(component("operating-system", "system", host.os()));
        }
        packages.forEach(each -> components.add(component(each.item())));
        return new Sbom(
                "CycloneDX",
                "1.6",
                "urn:uuid:" + serial(host, packages),
                1,
                new Sbom.Metadata(at, component("platform", "host", host.name())),
                components);
    }

    /** The same as long as the host has the same since the same time. */
    private static UUID serial(Host host, List<HostPackage> packages) {
        var content = new StringBuilder(host.id().toString());
        packages.forEach(each ->
                content.append(' ').append(each.item().id()).append('@').append(each.since()));
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Sbom.Component component(String type, String reference, String name) {
        return new Sbom.Component(type, reference, name, null, null, null, null);
    }

    private static Sbom.Component component(KnownPackage item) {
        return new Sbom.Component(
                "library",
                "package-" + item.id(),
                item.name(),
                item.version(),
                item.vendor(),
                item.purl(),
                properties(item));
    }

    private static @Nullable List<Sbom.Property> properties(KnownPackage item) {
        List<Sbom.Property> properties = new ArrayList<>();
        add(properties, "cadastre:root", item.root());
        add(properties, "cadastre:source", item.source());
        add(properties, "cadastre:source-version", item.sourceVersion());
        add(properties, "cadastre:signing-key", item.signingKey());
        return properties.isEmpty() ? null : properties;
    }

    private static void add(List<Sbom.Property> properties, String name, @Nullable String value) {
        if (!Objects.requireNonNullElse(value, "").isEmpty()) {
            properties.add(new Sbom.Property(name, String.valueOf(value)));
        }
    }
}
