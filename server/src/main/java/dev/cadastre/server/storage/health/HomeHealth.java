package dev.cadastre.server.storage.health;

import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads whose the home and its key are. */
@Component
class HomeHealth implements Examination {

    private final Home home;
    private final List<SealedTexts> sealed;

    HomeHealth(Home home, List<SealedTexts> sealed) {
        this.home = home;
        this.sealed = List.copyOf(sealed);
    }

    @Override
    public List<Finding> examine() {
        Map<String, Set<PosixFilePermission>> permissions = new TreeMap<>();
        boolean malformed = false;
        try {
            permissions.put(".", Files.getPosixFilePermissions(home.path()));
            Path key = home.file(MasterKey.FILE);
            if (Files.exists(key)) {
                permissions.put(MasterKey.FILE, Files.getPosixFilePermissions(key));
                malformed = !MasterKey.isProper(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(home.path() + " cannot be looked at", e);
        }
        String path = home.path().toString();
        List<Finding> findings =
                new ArrayList<>(
                        HomeFindings.of(
                                path,
                                permissions,
                                sealed.stream().mapToLong(SealedTexts::count).sum()));
        if (malformed) {
            findings.add(HomeFindings.keyMalformed(path));
        }
        // A key that is not as it must be is not read.
        if (findings.isEmpty() && permissions.containsKey(MasterKey.FILE)) {
            sealed.stream()
                    .map(texts -> HomeFindings.key(path, texts.what(), texts.tryNewest()))
                    .forEach(findings::addAll);
        }
        return findings;
    }
}
