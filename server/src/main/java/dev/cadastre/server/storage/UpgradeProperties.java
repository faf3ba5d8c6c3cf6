package dev.cadastre.server.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens before what is kept is brought to the form of a new version.
 *
 * @param backup whether a backup is taken first
 * @param backups the folder for it; null for {@code backups} in the home
 */
@ConfigurationProperties("cadastre.upgrade")
record UpgradeProperties(@DefaultValue("true") boolean backup, @Nullable Path backups) {

    Path folder(Home home) {
        return backups == null ? home.file("backups") : backups.toAbsolutePath();
    }
}
