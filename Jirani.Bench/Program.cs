Console.WriteLine("Name a bench.");
