package dev.cadastre.change.operation;

import java.util.regex.Pattern;

/**
 * Who a file belongs to, and who may do what with it. Whatever is empty stays as it is, and is
 * usual for files that are new.
 *
 * @param mode in octal, such as {@code 0644}
 * @param owner an account's name or number
 * @param group a group's name or number
 */
public record FileRights(String mode, String owner, String group) {

    private static final Pattern MODE = Pattern.compile("|[0-7]{3,4}");

    /** Nothing is wished for. */
    public static final FileRights ANY = new FileRights("", "", "");

    /** Checks them, and gives the mode four digits. */
    public FileRights {
        if (!MODE.matcher(mode).matches()) {
            throw new IllegalArgumentException(
                    "mode is not of three or four octal digits, such as 0644: " + mode);
        }
        mode = mode.length() == 3 ? "0" + mode : mode;
        requireAccount(owner);
        requireAccount(group);
    }

    /** A mode alone. */
    public static FileRights mode(String mode) {
        return new FileRights(mode, "", "");
    }

    /** The same for an owner and its group. */
    public FileRights ownedBy(String account, String itsGroup) {
        return new FileRights(mode, account, itsGroup);
    }

    private static void requireAccount(String name) {
        if (!name.isEmpty()) {
            Names.requireAccount(name);
        }
    }
}
