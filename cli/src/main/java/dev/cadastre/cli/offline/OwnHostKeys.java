package dev.cadastre.cli.offline;

import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.HostKey;
import dev.cadastre.ssh.HostKeys;
import dev.cadastre.ssh.KnownHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The keys that the person's own {@code known_hosts} has, under a host's address or under its name.
 * Others are not trusted: a run changes what it reaches.
 */
final class OwnHostKeys implements HostKeys {

    private final KnownHosts known;
    private final Path file;
    private final Map<HostAddress, HostAddress> names;

    private OwnHostKeys(KnownHosts known, Path file, Map<HostAddress, HostAddress> names) {
        this.known = known;
        this.file = file;
        this.names = Map.copyOf(names);
    }

    /**
     * Reads the file; nothing is known if it is not there.
     *
     * @param names by which hosts may be known besides their addresses
     */
    static OwnHostKeys read(Path file, Map<HostAddress, HostAddress> names) {
        try {
            return new OwnHostKeys(KnownHosts.parse(Files.readString(file)), file, names);
        } catch (NoSuchFileException _) {
            return new OwnHostKeys(KnownHosts.parse(""), file, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Decision decide(HostAddress host, HostKey presented) {
        Decision decision = known.decide(host, presented);
        HostAddress name = names.get(host);
        if (decision instanceof Decision.Unknown && name != null) {
            decision = known.decide(name, presented);
        }
        return decision instanceof Decision.Unknown
                ? new Decision.Unknown(
                        "%s does not have it; sign in once by ssh, and compare %s."
                                .formatted(file, presented.fingerprint()))
                : decision;
    }

    @Override
    public List<String> knownTypes(HostAddress host) {
        List<String> types = known.knownTypes(host);
        HostAddress name = names.get(host);
        return types.isEmpty() && name != null ? known.knownTypes(name) : types;
    }
}
