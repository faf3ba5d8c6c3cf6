# How the built programs are started; the same flags in training and after, as a cache wants them.
# Expects JAVA_HOME.
#
# usage: "$JAVA_HOME/bin/java" $jvm_flags $server_flags -XX:AOTCache=FOLDER/server.aot -jar FOLDER/server/server-app.jar …

# What the JVM has to say about its caches would otherwise land in the program's own output.
jvm_flags="-XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=error,aot*=off,cds*=off:stderr"

# The collector returns what it does not need; a quarter of the machine's (or the container's)
# memory is the limit, as PostgreSQL wants the rest. Which beans there are was found out at build.
server_flags="-XX:InitialRAMPercentage=0.5 -XX:MaxRAMPercentage=25 -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 --enable-native-access=ALL-UNNAMED -Dspring.aot.enabled=true"

# A command ends before the second compiler would have paid off; where payloads are digested, it is four times as fast with it.
cli_flags="-XX:TieredStopAtLevel=1 -Xmx256m"
cli_payload_flags="-Xmx256m"

# What is done to a home ends so, too, unless its backup is large.
brief_maintenance_flags="-XX:TieredStopAtLevel=1"
