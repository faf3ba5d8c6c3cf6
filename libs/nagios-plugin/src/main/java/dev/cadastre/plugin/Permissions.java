package dev.cadastre.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether an account may read and execute a file, by its mode and those of the folders above. */
final class Permissions {
    private static final int EXECUTE = 1;
    private static final int READ = 4;
    private static final int OWNER_SHIFT = 6;
    private static final int GROUP_SHIFT = 3;

    private Permissions() {}

    /** False also if the file cannot be looked at. */
    static boolean allow(Account account, Path file) {
        try {
            Path real = file.toRealPath();
            if (!allow(account, real, READ | EXECUTE)) {
                return false;
            }
            for (Path above = real.getParent(); above != null; above = above.getParent()) {
                if (!allow(account, above, EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean allow(Account account, Path path, int wanted) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:mode,uid,gid");
        int mode = number(attributes, "mode");
        int shift = 0;
        if (number(attributes, "uid") == account.user()) {
            shift = OWNER_SHIFT;
        } else if (has(account, number(attributes, "gid"))) {
            shift = GROUP_SHIFT;
        }
        return account.user() == 0 || (mode >> shift & wanted) == wanted;
    }

    private static boolean has(Account account, int group) {
        return account.group() == group || account.groups().contains(group);
    }

    private static int number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Integer number ? number : -1;
    }
}
