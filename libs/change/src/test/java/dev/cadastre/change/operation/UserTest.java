package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.ScriptAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"debian,dash", "debian,bash --posix", "busybox,busybox sh"})
    void createsChangesAndUndoes(String tree, String shell) throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of(tree, folder)) {
            Path etc = root.path("/etc");
            alpineIn(root, tree);
            root.inside("echo web:x:700: >>/etc/group; echo extra:x:800: >>/etc/group");
            EnsureUser shop =
                    new EnsureUser(
                            "shop",
                            "701",
                            "",
                            List.of("web"),
                            "/srv/shop",
                            "/bin/sh",
                            "the shop's own",
                            false,
                            true);
            ScriptAnswer created = Rounds.changes(root.run(shell), etc, shop.script(Parts.none()));
            assertThat(created.wishes()).containsExactly("create account shop with uid 701");
            assertThat(root.inside("grep ^shop: /etc/passwd"))
                    .matches("shop:x:701:[0-9]+:the shop's own:/srv/shop:/bin/sh\n");
            assertThat(root.inside("id -nG shop").strip().split(" "))
                    .containsExactlyInAnyOrder("shop", "web");
            assertThat(root.inside("ls -ld /srv/shop")).contains("shop");

            EnsureUser other =
                    new EnsureUser(
                            "shop",
                            "",
                            "web",
                            List.of("extra"),
                            "/srv/other",
                            "/bin/false",
                            "a & b\\c",
                            false,
                            false);
            ScriptAnswer changed = Rounds.changes(root.run(shell), etc, other.script(Parts.none()));
            assertThat(changed.wishes())
                    .contains(
                            "change shell of account shop from /bin/sh to /bin/false",
                            "put account shop into group extra");
            assertThat(root.inside("grep ^shop: /etc/passwd"))
                    .isEqualTo("shop:x:701:700:a & b\\c:/srv/other:/bin/false\n");

            Rounds.changes(root.run(shell), etc, other.undo(changed.before()).orElseThrow());
            assertThat(root.inside("grep ^shop: /etc/passwd"))
                    .matches("shop:x:701:[0-9]+:the shop's own:/srv/shop:/bin/sh\n");
            assertThat(root.inside("id -nG shop")).doesNotContain("extra");
            Rounds.changes(root.run(shell), etc, shop.undo(created.before()).orElseThrow());
            assertThat(root.inside("grep -c ^shop: /etc/passwd || :")).isEqualTo("0\n");
            assertThat(root.inside("ls -d /srv/shop")).isEqualTo("/srv/shop\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"debian,dash", "busybox,busybox sh"})
    void createsAccountsForDaemons(String tree, String shell) throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of(tree, folder)) {
            alpineIn(root, tree);
            EnsureUser daemon = EnsureUser.system("shopd", "/var/lib/shop");
            Rounds.changes(root.run(shell), root.path("/etc"), daemon.script(Parts.none()));
            assertThat(root.inside("id -u shopd").strip()).hasSizeLessThan(4);
            assertThat(root.inside("id -ng shopd")).isEqualTo("shopd\n");
            assertThat(root.inside("ls /var/lib/shop 2>&1 || :")).contains("No such file");
        }
    }

    @Test
    void waitsForGroupsAndNeedsRoot() throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of("debian", folder)) {
            EnsureUser user =
                    new EnsureUser("shop", "", "", List.of("nogroupyet"), "", "", "", false, false);
            assertThat(root.run("sh").look(user.script(Parts.none())).code()).isEqualTo("no-group");
            Rounds.refused(
                    root.run("setpriv --reuid 65534 --clear-groups sh"),
                    root.path("/etc"),
                    EnsureUser.system("shopd", "/x").script(Parts.none()),
                    "not-root");
        }
    }

    /**
     * The laboratory's busybox has no adduser and the like, as that of Alpine has. These take the
     * options that its usage tells, and no others.
     */
    private static void alpineIn(ThrowAwayRoot root, String tree) throws Exception {
        if (tree.equals("busybox")) {
            for (String program : List.of("adduser", "addgroup", "deluser", "delgroup")) {
                Path file = root.path("/usr/sbin/" + program);
                Files.writeString(file, "#!/bin/sh\nset -eu\n" + STAND_INS.get(program));
                Files.setAttribute(file, "unix:mode", 0755);
            }
        }
    }

    private static final Map<String, String> STAND_INS =
            Map.of(
                    "adduser",
                    """
                    home= gecos='Linux User,,,' shell=/bin/sh group= system= make=yes uid=
                    while getopts h:g:s:G:SDHu:k: option; do
                        case $option in
                        h) home=$OPTARG ;; g) gecos=$OPTARG ;; s) shell=$OPTARG ;; G) group=$OPTARG ;;
                        S) system=yes ;; D) ;; H) make= ;; u) uid=$OPTARG ;; *) exit 1 ;;
                        esac
                    done
                    shift $((OPTIND - 1))
                    [ $# -eq 1 ]
                    ! grep -q "^$1:" /etc/passwd
                    [ -n "$uid" ] || if [ -n "$system" ]; then uid=101; else uid=1001; fi
                    if [ -z "$group" ]; then echo "$1:x:$uid:" >>/etc/group; gid=$uid
                    else gid=$(awk -F: -v n="$group" '$1 == n { print $3 }' /etc/group); fi
                    [ -n "$gid" ]
                    home=${home:-/home/$1}
                    echo "$1:x:$uid:$gid:$gecos:$home:$shell" >>/etc/passwd
                    if [ -n "$make" ]; then mkdir -p "$home"; chown "$uid:$gid" "$home"; fi
                    """,
                    "addgroup",
                    """
                    gid=
                    while getopts g:S option; do
                        case $option in g) gid=$OPTARG ;; S) gid=101 ;; *) exit 1 ;; esac
                    done
                    shift $((OPTIND - 1))
                    if [ $# -eq 1 ]; then echo "$1:x:$gid:" >>/etc/group; exit; fi
                    grep -q "^$2:" /etc/group
                    sed -i "s/^\\($2:.*:\\)$/\\1$1/; t; s/^\\($2:.*\\)$/\\1,$1/" /etc/group
                    """,
                    "deluser",
                    """
                    [ $# -eq 1 ]
                    grep -q "^$1:" /etc/passwd
                    sed -i "/^$1:/d" /etc/passwd
                    sed -i "/^$1:/d" /etc/group
                    """,
                    "delgroup",
                    """
                    [ $# -eq 2 ]
                    sed -i "s/^\\($2:.*[:,]\\)$1$/\\1/; s/,$//" /etc/group
                    """);
}
