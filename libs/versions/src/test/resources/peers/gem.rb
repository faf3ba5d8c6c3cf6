# Reads pairs of versions divided by tabs; says of each how RubyGems orders them.
STDIN.set_encoding("UTF-8")
STDIN.each_line(chomp: true) do |line|
  a, b = line.split("\t", -1)
  if Gem::Version.correct?(a) && Gem::Version.correct?(b)
    puts Gem::Version.new(a) <=> Gem::Version.new(b)
  else
    puts "refused"
  end
end
