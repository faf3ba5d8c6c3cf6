-- Reads pairs of versions divided by tabs; says of each how rpm orders them.
for line in io.lines() do
    local a, b = line:match("^([^\t]*)\t([^\t]*)$")
    io.write(rpm.vercmp(a, b), "\n")
end
