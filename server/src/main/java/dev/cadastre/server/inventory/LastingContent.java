package dev.cadastre.server.inventory;

import dev.cadastre.probe.Daemon;
import dev.cadastre.probe.Fact;
import dev.cadastre.probe.Identity;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.InstalledRuntime;
import dev.cadastre.probe.Listener;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.probe.SshHostKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The digest of all that a report tells which lasts: not of measures, connections and times. Two
 * reports of a host with equal digests leave the host with the same content.
 */
final class LastingContent {

    private final byte[] digest;

    private LastingContent(byte[] digest) {
        this.digest = digest;
    }

    static LastingContent of(Report report) {
        Writer writer = new Writer();
        writer.add(report.format());
        report.sections().forEach(writer::add);
        writer.add(report.identity());
        report.facts().stream().filter(fact -> fact.kind() == Fact.Kind.STATE).forEach(writer::add);
        report.packages().forEach(writer::add);
        report.daemons().forEach(writer::add);
        report.listeners().forEach(writer::add);
        report.runtimes().forEach(writer::add);
        return new LastingContent(writer.digest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LastingContent content && Arrays.equals(digest, content.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest);
    }

    /** Writes each text with its length before it, so that no two contents are written alike. */
    private static final class Writer {

        private static final int NULL = -1;

        private final MessageDigest sha256 = AppliedDigests.sha256();

        void add(SectionOutcome outcome) {
            add("section");
            add(outcome.section().name());
            add(outcome.status());
            add(outcome.reason());
            add(outcome.stamp());
        }

        void add(Identity identity) {
            add("identity");
            add(identity.hostname());
            add(identity.machineId());
            add(identity.dmiUuid());
            add(identity.cloudId());
            identity.sshHostKeys().stream().map(SshHostKey::fingerprint).forEach(this::add);
        }

        void add(Fact fact) {
            add("fact");
            add(fact.section().name());
            add(fact.name());
            add(fact.value().toString());
        }

        void add(InstalledPackage item) {
            add("package");
            add(item.section().name());
            add(item.type());
            add(item.name());
            add(item.version());
            add(item.arch());
            add(item.source());
            add(item.sourceVersion());
            add(item.vendor());
            add(item.signingKey());
            add(item.root());
        }

        void add(Daemon daemon) {
            add("daemon");
            add(daemon.name());
            add(daemon.state());
            add(String.valueOf(daemon.enabled()));
            add(daemon.init());
        }

        void add(Listener listener) {
            add("listener");
            add(listener.protocol());
            add(listener.address());
            add(listener.port());
            add(listener.process());
            add(listener.user());
        }

        void add(InstalledRuntime runtime) {
            add("runtime");
            add(runtime.kind());
            add(runtime.version());
            add(runtime.path());
        }

        void add(Enum<?> value) {
            add(value.name());
        }

        void add(@Nullable String text) {
            if (text == null) {
                add(NULL);
            } else {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                add(bytes.length);
                sha256.update(bytes);
            }
        }

        void add(int number) {
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        }

        byte[] digest() {
            return sha256.digest();
        }
    }
}
